"""A real mail server on this machine, which can be told to misbehave."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller

PATIENCE = 20


class Server:
    """What the mail server does with a mail, and what it accepted."""

    def __init__(self) -> None:
        self.accepted = []
        self.refuse = {}  # address -> answer
        self.seconds = 0
        self.hold = None  # a threading.Event: the first mail is answered when it is set
        self.reached = threading.Event()

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        answer = self.refuse.get(address)
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        await asyncio.sleep(self.seconds)
        if self.hold is not None and not self.reached.is_set():
            self.reached.set()
            await asyncio.to_thread(self.hold.wait, PATIENCE)
        self.accepted.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"

    @property
    def recipients(self) -> list[str]:
        return sorted(address for addresses, _ in self.accepted for address in addresses)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def mail_server(port: int | None = None) -> Iterator[tuple[Server, str]]:
    """Run a mail server and give its address as SMTP_URL wants it."""
    server = Server()
    controller = Controller(server, hostname="127.0.0.1", port=port or free_port())
    controller.start()
    try:
        yield server, f"smtp://127.0.0.1:{controller.port}"
    finally:
        controller.stop()
