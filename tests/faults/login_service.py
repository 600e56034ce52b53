"""Started by lock_child.py in a process of its own: what logind says over D-Bus, when it is told to.

It prints "ready", and says one thing for each line that it reads: "lock", "sleep" or "switch".
"""

from __future__ import annotations

import asyncio
import os
import sys

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

LOGIN = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/_31"
SAID = {
    "lock": (SESSION, f"{LOGIN}.Session", "Lock", "", []),
    "sleep": ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", [True]),
    "switch": (
        *(SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as"),
        [f"{LOGIN}.Session", {"Active": Variant("b", False)}, []],
    ),
}


async def main() -> None:
    bus = await MessageBus(bus_address=os.environ["DBUS_SYSTEM_BUS_ADDRESS"]).connect()
    await bus.request_name(LOGIN)
    print("ready", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        path, interface, member, signature, body = SAID[line.strip()]
        kind = MessageType.SIGNAL
        message = Message(
            message_type=kind, path=path, interface=interface, member=member, signature=signature, body=body
        )
        await bus.send(message)


asyncio.run(main())
