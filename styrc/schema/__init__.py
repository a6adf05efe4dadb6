"""The schema language: what a municipality's steering model can say, as closed Pydantic models."""

from styrc.schema.document import Chapter, Decision, DocumentKind, Holding, Table
from styrc.schema.kind import Field, Kind, Link, Matrix, Need, Per, RiskLevel
from styrc.schema.language import ANY, NONE, Constraint, Grade, Where
from styrc.schema.model import Schema, Unchecked
from styrc.schema.relation import Either, Relation, Unlike
from styrc.schema.theory import THREAD_ENDS, Part, Role, Tie, Type

__all__ = [
    "ANY",
    "NONE",
    "THREAD_ENDS",
    "Chapter",
    "Constraint",
    "Decision",
    "DocumentKind",
    "Either",
    "Field",
    "Grade",
    "Holding",
    "Kind",
    "Link",
    "Matrix",
    "Need",
    "Part",
    "Per",
    "Relation",
    "RiskLevel",
    "Role",
    "Schema",
    "Table",
    "Tie",
    "Type",
    "Unchecked",
    "Unlike",
    "Where",
]
