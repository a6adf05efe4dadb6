"""Which elements are meant: one way of naming them, for every command. A plan and a selection in, elements out.

`trygg-uppväxt` · `+id` and `id+` · `1+id+2` · `enhet:un` · a space means "or", a comma "and". A mistake is a value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.select.meaning import Choice, Finder
from styrc.select.written import METHODS, QUOTES, Fault, folded, method_named, parsed

__all__ = ["METHODS", "Choice", "Fault", "choose", "from_arguments", "select", "select_documents"]

_NOTHING = Choice(frozenset(), frozenset())


def select(plan: Plan, selection: str, exclude: str = "") -> list[Element] | Fault:
    """The elements that a selection means, in the order of the plan; all of them where it is empty."""
    choice = choose(plan, selection, exclude)
    if isinstance(choice, Fault):
        return choice
    return [element for key, element in plan.elements.items() if key in choice.elements]


def select_documents(plan: Plan, selection: str, exclude: str = "") -> list[Document] | Fault:
    """The documents that a selection means: those it names, and those that hold an element it means."""
    choice = choose(plan, selection, exclude)
    if isinstance(choice, Fault):
        return choice
    held = {plan.elements[key].document for key in choice.elements}
    return [document for id_, document in plan.documents.items() if id_ in choice.documents or id_ in held]


def choose(plan: Plan, selection: str, exclude: str = "") -> Choice | Fault:
    """What a selection means, less what `exclude` means."""
    everything = Choice(frozenset(plan.elements), frozenset(plan.documents))
    chosen = _chosen(plan, selection) if selection.strip() else everything
    if isinstance(chosen, Fault) or not exclude.strip():
        return chosen
    left_out = _chosen(plan, exclude)
    return left_out if isinstance(left_out, Fault) else chosen - left_out


def from_arguments(plan: Plan, arguments: Iterable[str]) -> str:
    """One selection of several words from a command line, where the shell has taken the quotation marks away."""
    return " ".join(_requoted(plan, argument) for argument in arguments)


def _requoted(plan: Plan, argument: str) -> str:
    words = argument.split()
    if len(words) < 2 or any(quote in argument for quote in QUOTES):  # noqa: PLR2004 - one word needs no quotes
        return argument
    method, colon, value = argument.partition(":")
    if colon and method_named(method) and not any(sign in value for sign in ":,+*"):
        return f'{method}:"{value.strip()}"'
    known = {folded(element.id) for element in plan.elements.values()}
    if any(sign in argument for sign in ":,+*/") or any(folded(word) in known for word in words):
        return argument
    return f'"{argument}"'


def _chosen(plan: Plan, selection: str) -> Choice | Fault:
    selection = unicodedata.normalize("NFC", selection)
    terms = parsed(selection)
    if isinstance(terms, Fault):
        return terms
    finder = Finder(plan, selection)
    found = _NOTHING
    for together in terms:
        part: Choice | None = None
        for term in together:
            choice = finder.find(term)
            if isinstance(choice, Fault):
                return choice
            part = choice if part is None else part & choice
        found |= part or _NOTHING
    return found
