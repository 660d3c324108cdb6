"""The participation platform: one room per subject, imports only go down the floors."""
