"""``aktenlage serve``: a store as a site to read."""

import os
import socket
from pathlib import Path

import click

from aktenlage.cli.options import file_option, store_errors
from aktenlage.resources.messages import message
from aktenlage.settings import Settings

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - compared with, not bound to
_SHORTEST_TOKEN = 16


@click.command()
@file_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0 takes a free one.")
@click.option("--name", "names", multiple=True, help="A name under which the server is reached, such as akte.example.")
@click.option("--write", is_flag=True, help="Let every reader decide over the file; on this machine only.")
def serve(path: Path | None, host: str, port: int, names: tuple[str, ...], *, write: bool) -> None:
    """
    Show a store as a site in the browser: what is new, what is next, who wants what, each line with its sentences.

    It listens on this machine only and changes nothing unless --write is given. With AKTENLAGE_TOKEN set, readers
    who know the token may decide over the file.

    \b
    Examples:
      aktenlage serve --file talks.sqlite
      aktenlage serve --file talks.sqlite --write
      AKTENLAGE_TOKEN=… aktenlage serve --host 0.0.0.0 --name akte.example
    """  # noqa: D301 - click takes the escaped backspace as a sign
    settings = Settings.from_environment()
    interface = settings.interface
    token = os.environ.get("AKTENLAGE_TOKEN") or None
    if write and host not in _LOOPBACK:
        raise click.ClickException(message("serve.write", interface))
    if host in _EVERYWHERE and not names:
        raise click.ClickException(message("serve.host", interface, host=host or "0.0.0.0"))  # noqa: S104
    if token is not None and len(token) < _SHORTEST_TOKEN:
        raise click.ClickException(message("serve.token", interface, least=_SHORTEST_TOKEN))
    try:
        import uvicorn

        from aktenlage.publish.web.site import LOOPBACK, make_site
    except ImportError as error:
        if error.name not in ("fastapi", "starlette", "uvicorn"):
            raise
        raise click.ClickException(message("serve.missing", interface)) from None
    with store_errors(interface):
        from aktenlage.library import Store

        with Store(path or settings.file, create=False) as store:
            store.settle()
            site = make_site(store, write=write, token=token, hosts=(*LOOPBACK, _named(host), *names))
            listening = _listen(host, port, interface)
            link = f"http://{_named(host)}:{listening.getsockname()[1]}/"
            click.echo(message("serve.at", interface, link=link), err=True)
            # What a proxy on this machine says of the client and of TLS is believed, nobody else.
            config = uvicorn.Config(site, log_level="warning", server_header=False, forwarded_allow_ips="127.0.0.1,::1")
            uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int, interface: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError:
        listening.close()
        raise click.ClickException(message("serve.port", interface, port=port)) from None
    return listening


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
