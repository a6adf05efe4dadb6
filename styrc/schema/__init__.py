"""The schema language: what a municipality's steering model can say, as closed Pydantic models."""

from styrc.schema.document import Chapter, Decision, DocumentKind, Holding
from styrc.schema.kind import Field, Kind, Link, Matrix, Need, Per, RiskLevel
from styrc.schema.language import ANY, NONE, Constraint, Grade, Where
from styrc.schema.model import Schema, Unchecked
from styrc.schema.relation import Either, Relation, Unlike
from styrc.schema.table import Column, Post, Table
from styrc.schema.theory import THREAD_ENDS, Account, DocumentRole, Matter, Part, Role, TableRole, Tie, Type

__all__ = [
    "ANY",
    "NONE",
    "THREAD_ENDS",
    "Account",
    "Chapter",
    "Column",
    "Constraint",
    "Decision",
    "DocumentKind",
    "DocumentRole",
    "Either",
    "Field",
    "Grade",
    "Holding",
    "Kind",
    "Link",
    "Matrix",
    "Matter",
    "Need",
    "Part",
    "Per",
    "Post",
    "Relation",
    "RiskLevel",
    "Role",
    "Schema",
    "Table",
    "TableRole",
    "Tie",
    "Type",
    "Unchecked",
    "Unlike",
    "Where",
]
