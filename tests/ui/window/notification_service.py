"""Started by the tests in a process of its own: a desktop's notification service on the session bus it is given.

It prints one line of JSON for each notification ({id, title, text, actions: {key: label}}) after a first line "ready",
and presses a button for each line "ID KEY" that it reads.
"""

# No postponed annotations here: D-Bus signatures stand where annotations do, and are read from them.
import asyncio
import json
import sys

from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal


class Notifications(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.freedesktop.Notifications")
        self.last = 0

    @dbus_method()
    def Notify(
        self,
        app_name: "s",  # noqa: F821
        replaces_id: "u",  # noqa: F821
        app_icon: "s",  # noqa: F821
        summary: "s",  # noqa: F821
        body: "s",  # noqa: F821
        actions: "as",  # noqa: F722
        hints: "a{sv}",  # noqa: F722
        expire_timeout: "i",  # noqa: F821
    ) -> "u":  # noqa: F821
        self.last += 1
        labels = dict(zip(actions[::2], actions[1::2], strict=True))
        print(json.dumps({"id": self.last, "title": summary, "text": body, "actions": labels}), flush=True)
        return self.last

    @dbus_method()
    def CloseNotification(self, number: "u"):  # noqa: F821
        print(json.dumps({"closed": number}), flush=True)
        self.NotificationClosed(number, 3)

    @dbus_method()
    def GetCapabilities(self) -> "as":  # noqa: F722
        return ["actions", "body"]

    @dbus_method()
    def GetServerInformation(self) -> "ssss":  # noqa: F821
        return ["a test's desktop", "nobody", "1", "1.2"]

    @dbus_signal()
    def ActionInvoked(self, number: "u", key: "s") -> "us":  # noqa: F821
        return [number, key]

    @dbus_signal()
    def NotificationClosed(self, number: "u", reason: "u") -> "uu":  # noqa: F821
        return [number, reason]


async def main() -> None:
    bus = await MessageBus().connect()
    service = Notifications()
    bus.export("/org/freedesktop/Notifications", service)
    await bus.request_name("org.freedesktop.Notifications")
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        number, key = line.split()
        await asyncio.sleep(1)  # no hand is there before the program knows the number it was given
        service.ActionInvoked(int(number), key)


asyncio.run(main())
