"""The command line: one module for each group of commands, gathered here.

Commands that read no text do not import the model: it takes longer than all that they do. So a module
imports what needs it (`service.app`, `service.web`) within the command.
"""

from __future__ import annotations

from service.cli import actors, analyze, articles, completion, gazetteer, keys, serve
from service.cli.root import main
from service.cli.serve import load_app

for command in (
    serve.serve,
    analyze.analyze_file,
    gazetteer.gazetteer,
    articles.articles,
    actors.actors,
    keys.keys,
    completion.completion,
):
    main.add_command(command)

__all__ = ["load_app", "main"]
