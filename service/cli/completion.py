"""`gazette completion SHELL`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_WHERE = {
    "bash": "source <(gazette completion bash)        # in ~/.bashrc",
    "zsh": "source <(gazette completion zsh)         # in ~/.zshrc, after compinit",
    "fish": "gazette completion fish | source         # in ~/.config/fish/config.fish",
}


@click.command(epilog="\b\n" + "\n".join(_WHERE.values()))
@click.argument("shell", type=click.Choice(list(_WHERE)))
def completion(shell: str) -> None:
    """Print what makes SHELL complete commands, options and files."""
    made = get_completion_class(shell)
    root = click.get_current_context().find_root().command
    if made is None:  # pragma: no cover (click has all three)
        raise click.UsageError(f"{shell} is not known.")
    click.echo(made(root, {}, "gazette", "_GAZETTE_COMPLETE").source())
