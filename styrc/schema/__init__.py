"""The schema language: what a municipality's steering model can say, as closed Pydantic models."""

from styrc.schema.document import Chapter, Decision, DocumentKind, Holding
from styrc.schema.kind import Field, Kind, Link, Matrix, Need, Per, RiskLevel
from styrc.schema.language import ANY, NONE, Constraint, Grade, Where
from styrc.schema.model import Schema, Step, Unchecked
from styrc.schema.relation import Either, Relation, Unlike
from styrc.schema.report import Ask, Breaks, Planned, ReportKind
from styrc.schema.status import Condition, RollUp, StatusRule
from styrc.schema.table import Column, Post, Table
from styrc.schema.theory import THREAD_ENDS, Account, DocumentRole, Matter, Part, Role, TableRole, Tie, Type

__all__ = [
    "ANY",
    "NONE",
    "THREAD_ENDS",
    "Account",
    "Ask",
    "Breaks",
    "Chapter",
    "Column",
    "Condition",
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
    "Planned",
    "Post",
    "Relation",
    "ReportKind",
    "RiskLevel",
    "Role",
    "RollUp",
    "Schema",
    "StatusRule",
    "Step",
    "Table",
    "TableRole",
    "Tie",
    "Type",
    "Unchecked",
    "Unlike",
    "Where",
]
