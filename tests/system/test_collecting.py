"""The garbage collector is held back as long as anybody asks for it, and then as before."""

import gc
import threading

from journal.system.collecting import collecting_seldom


def test_it_is_as_before_when_the_last_is_done():
    usual = gc.get_threshold()
    inside, go = threading.Event(), threading.Event()

    def another():
        with collecting_seldom():
            inside.set()
            go.wait(10)

    thread = threading.Thread(target=another)
    with collecting_seldom():
        thread.start()
        assert inside.wait(10)
    held = gc.get_threshold()
    go.set()
    thread.join()
    assert held[0] > usual[0] * 10
    assert gc.get_threshold() == usual
    assert gc.isenabled()


def test_it_is_as_before_after_an_error():
    usual = gc.get_threshold()
    try:
        with collecting_seldom():
            raise ValueError
    except ValueError:
        pass
    assert gc.get_threshold() == usual
