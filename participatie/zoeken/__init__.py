"""Search over everything public: the index, and the page that asks it."""
