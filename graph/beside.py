"""Work that another core does meanwhile, where the system can copy a running process; else it is done first."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """Do the work, which only writes files, in a copy of this process while the block runs.

    Where processes cannot be copied it is done before the block. Work that fails in the copy is done again here at the
    end of the block, so that its error is raised where it can be seen.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        work()
        yield
        return
    copy = multiprocessing.get_context("fork").Process(target=work)
    copy.start()
    try:
        yield
    except BaseException:
        copy.terminate()
        raise
    finally:
        copy.join()
    if copy.exitcode:
        work()
