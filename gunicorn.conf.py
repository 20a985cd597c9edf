"""How gunicorn serves the service: `gunicorn --config gunicorn.conf.py`. Settings are in settings.py.

The application is loaded before the workers are forked, so that they share the pages of the model; files of
SQLite are opened after the fork. Threads let health checks be answered while the model works.
"""

import os
import signal
import socket
import struct
import sys
from pathlib import Path

from gunicorn import util
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.http import message
from gunicorn.workers.base import Worker

from service.settings import InvalidSetting, from_environment
from service.web import logs, metrics_files, refusals

try:
    _settings = from_environment(os.environ)
except InvalidSetting as error:
    sys.exit(f"Error: {error}")  # any other exception would be told by a trace

wsgi_app = "service.cli:load_app()"
bind = (
    f"[{_settings.host}]:{_settings.port}" if ":" in _settings.host else f"{_settings.host}:{_settings.port}"
)
worker_class = "gthread"
workers = _settings.workers
threads = _settings.threads_in_all
preload_app = True
timeout = _settings.request_timeout_seconds
graceful_timeout = _settings.graceful_timeout_seconds
keepalive = 5  # seconds
# Bytes. gunicorn takes no more than its constant; a search may name many countries and kinds.
limit_request_line = message.MAX_REQUEST_LINE = 65_536
accesslog = None  # a line for each request is written by the service, without addresses and query strings
errorlog = "-"
worker_tmp_dir = metrics_files.in_memory()  # the heartbeats: no disk holds them up, none need be writable
control_socket_disable = True  # nothing is written outside the project's own files
# The variable is how prometheus-client knows that there are several workers, and where they write. A reload
# reads this file again and keeps the directory.
if metrics_files.owner(os.environ.get(metrics_files.VARIABLE, "")) != os.getpid():
    try:
        os.environ[metrics_files.VARIABLE] = str(metrics_files.make_directory(_settings.metrics_directory))
    except OSError as error:
        sys.exit(f"Error: METRICS_DIRECTORY={_settings.metrics_directory} cannot be written: {error}.")
_METRICS = Path(os.environ[metrics_files.VARIABLE])


class logger_class(Logger):  # noqa: N801 (gunicorn's name of the setting)
    """gunicorn's own lines in the form of ours."""

    def setup(self, cfg: object) -> None:
        super().setup(cfg)
        logs.configure(_settings)


def _refuse(connection: socket.socket, status: int, reason: str, message: str) -> None:
    """What gunicorn itself refuses is a problem document too, not the page of HTML that it would send."""
    util.write_nonblock(connection, refusals.refusal(status, reason, message))


util.write_error = _refuse


def when_ready(server: Arbiter) -> None:
    """Keeps callers that say nothing from holding threads.

    Connections inherit from the listener that a read or a write that stands still comes to an end. Where the
    system can, they are handed over only when their first bytes are here.
    """
    longest = struct.pack("ll", _settings.client_timeout_seconds, 0)
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, longest)
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, longest)
        if hasattr(socket, "TCP_DEFER_ACCEPT"):
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, keepalive)


def child_exit(server: Arbiter, worker: Worker) -> None:
    """The counts of a worker outlive it. One that is killed may leave a file that cannot be read."""
    try:
        metrics_files.bury(worker.pid, _METRICS)
    except (OSError, RuntimeError) as error:
        server.log.warning("The metrics of worker %s are lost: %s", worker.pid, error)


def on_exit(server: Arbiter) -> None:  # noqa: ARG001 (gunicorn's signature)
    metrics_files.remove_directory(_METRICS)


def post_worker_init(worker: Worker) -> None:  # noqa: ARG001 (gunicorn's signature)
    """Leaves Ctrl-C to the arbiter, which tells the workers to stop.

    The terminal sends it to the workers too, and one that is told twice at once may wait for itself for good:
    its second handler wants the lock of the thread pool that its first one holds.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
