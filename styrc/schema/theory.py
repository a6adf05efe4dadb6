"""The theory of municipal steering, in three small enums: what kinds of thing there are, and their parts."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an element is to the red thread, whatever the municipality calls it."""

    VISION = "vision"
    MISSION = "mission"  # the core mission, what the municipality is there to do
    AREA = "area"  # a development area or direction above the goals
    GOAL = "goal"
    QUALITY = "quality"  # a mark of good quality in the core mission
    INDICATOR = "indicator"
    KEY_FIGURE = "key figure"  # a figure followed without a target
    ASSIGNMENT = "assignment"
    ACTIVITY = "activity"
    RISK = "risk"
    CONTROL = "control"
    ACTION = "action"  # what is done about a deviation


THREAD_ENDS = (Role.VISION, Role.MISSION)
"""Where a red thread may begin: nothing stands above these."""


class Part(StrEnum):
    """What a field is to an element, whatever the municipality calls it."""

    TITLE = "title"
    TEXT = "text"
    UNIT = "unit"  # the unit that the element belongs to, where it is not the document's
    OWNER = "owner"
    TAKER = "taker"
    GIVER = "giver"
    CONCERNS = "concerns"  # units that are to take the element up
    STATUS = "status"
    DEFINITION = "definition"
    MOTIVE = "motive"
    STRATEGY = "strategy"
    UNIT_OF_MEASURE = "unit of measure"
    DIRECTION = "direction"
    BASELINE = "baseline"
    TARGET = "target"
    OUTCOME = "outcome"
    METHOD = "method"
    DATA_SOURCE = "data source"
    FREQUENCY = "frequency"
    NATIONAL_ID = "national id"
    START = "start"
    END = "end"
    MONEY = "money"
    FUNDING = "funding"
    LIKELIHOOD = "likelihood"
    CONSEQUENCE = "consequence"
    RESULT = "result"
    HORIZON = "horizon"


class Tie(StrEnum):
    """What a link is to the red thread. Every tie but `relates` carries the thread upwards."""

    SERVES = "serves"
    MEASURES = "measures"
    GUARDS = "guards"  # risk -> core mission, control -> risk, action -> control
    RELATES = "relates"


class Type(StrEnum):
    """What a value may be. Every scalar is text in the file; the type says how the text is read."""

    LINE = "line"  # text on one line
    PROSE = "prose"  # Markdown, several paragraphs
    NUMBER = "number"
    WHOLE = "whole"
    MONEY = "money"
    TARGET = "target"
    DATE = "date"
    YEAR = "year"
    PERIOD = "period"
    CHOICE = "choice"
    UNIT = "unit"
    YES_NO = "yes or no"
    KOLADA = "kolada"
