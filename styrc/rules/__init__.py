"""The contents page: every rule that asks a question of the whole plan, by code."""

from __future__ import annotations

from styrc.rule import Rule
from styrc.rules.control.uncontrolled_risk import uncontrolled_risk
from styrc.rules.control.unremedied_control import unremedied_control
from styrc.rules.control.untold_control import untold_control
from styrc.rules.document.date_outside_period import date_outside_period
from styrc.rules.document.decided_in_wrong_month import decided_in_wrong_month
from styrc.rules.document.decided_too_early import decided_too_early
from styrc.rules.document.empty_chapter import empty_chapter
from styrc.rules.document.expired_model import expired_model
from styrc.rules.document.incomplete_decision import incomplete_decision
from styrc.rules.document.missing_chapter import missing_chapter
from styrc.rules.document.missing_content import missing_content
from styrc.rules.document.missing_document import missing_document
from styrc.rules.document.missing_proposals import missing_proposals
from styrc.rules.document.surplus_document import surplus_document
from styrc.rules.document.uncovered_unit import uncovered_unit
from styrc.rules.document.untimely_value import untimely_value
from styrc.rules.document.wrong_deciding_body import wrong_deciding_body
from styrc.rules.document.wrong_period import wrong_period
from styrc.rules.economy.beyond_frame import beyond_frame
from styrc.rules.economy.missing_row import missing_row
from styrc.rules.economy.outside_frame import outside_frame
from styrc.rules.economy.repeated_row import repeated_row
from styrc.rules.economy.statements_disagree import statements_disagree
from styrc.rules.economy.wrong_share import wrong_share
from styrc.rules.economy.wrong_sign import wrong_sign
from styrc.rules.economy.wrong_sum import wrong_sum
from styrc.rules.follow_up.amount_unlike_table import amount_unlike_table
from styrc.rules.follow_up.forecast_unlike_outcome import forecast_unlike_outcome
from styrc.rules.follow_up.implausible_split import implausible_split
from styrc.rules.follow_up.incomplete_answer import incomplete_answer
from styrc.rules.follow_up.late_report import late_report
from styrc.rules.follow_up.missing_outcome import missing_outcome
from styrc.rules.follow_up.missing_report import missing_report
from styrc.rules.follow_up.missing_split import missing_split
from styrc.rules.follow_up.needless_reason import needless_reason
from styrc.rules.follow_up.nothing_to_answer import nothing_to_answer
from styrc.rules.follow_up.number_unlike_data import number_unlike_data
from styrc.rules.follow_up.outcome_after_break import outcome_after_break
from styrc.rules.follow_up.outcome_and_reason import outcome_and_reason
from styrc.rules.follow_up.outcomes_differ import outcomes_differ
from styrc.rules.follow_up.remedy_not_followed_up import remedy_not_followed_up
from styrc.rules.follow_up.same_text_as_last import same_text_as_last
from styrc.rules.follow_up.status_against_rule import status_against_rule
from styrc.rules.follow_up.status_without_outcome import status_without_outcome
from styrc.rules.follow_up.surplus_answer import surplus_answer
from styrc.rules.follow_up.unanswered import unanswered
from styrc.rules.follow_up.unexplained_deviation import unexplained_deviation
from styrc.rules.follow_up.unfit_break import unfit_break
from styrc.rules.follow_up.unlike_plan import unlike_plan
from styrc.rules.indicator.ended_national_indicator import ended_national_indicator
from styrc.rules.indicator.implausible_share import implausible_share
from styrc.rules.indicator.missing_target_year import missing_target_year
from styrc.rules.indicator.no_split_by_sex import no_split_by_sex
from styrc.rules.indicator.target_against_direction import target_against_direction
from styrc.rules.indicator.unknown_national_id import unknown_national_id
from styrc.rules.indicator.wording_against_direction import wording_against_direction
from styrc.rules.law.budget_decided_late import budget_decided_late
from styrc.rules.law.budget_of_old_council import budget_of_old_council
from styrc.rules.law.budget_of_other_body import budget_of_other_body
from styrc.rules.law.company_left_out import company_left_out
from styrc.rules.law.deficit_not_restored import deficit_not_restored
from styrc.rules.law.missing_matter import missing_matter
from styrc.rules.law.proposal_late import proposal_late
from styrc.rules.law.report_late import report_late
from styrc.rules.law.reserve_beyond_limit import reserve_beyond_limit
from styrc.rules.law.result_out_of_balance import result_out_of_balance
from styrc.rules.law.too_few_years import too_few_years
from styrc.rules.law.unpaid_decision import unpaid_decision
from styrc.rules.law.wrong_interim_period import wrong_interim_period
from styrc.rules.reference.call_of_nothing import call_of_nothing
from styrc.rules.reference.call_without_value import call_without_value
from styrc.rules.reference.other_period import other_period
from styrc.rules.reference.ring import ring
from styrc.rules.reference.skipped_level import skipped_level
from styrc.rules.reference.target_in_another_document import target_in_another_document
from styrc.rules.reference.target_of_another_unit import target_of_another_unit
from styrc.rules.reference.too_few_targets import too_few_targets
from styrc.rules.reference.too_many_targets import too_many_targets
from styrc.rules.reference.unfit_target import unfit_target
from styrc.rules.reference.unknown_call import unknown_call
from styrc.rules.reference.unknown_reference import unknown_reference
from styrc.rules.text.missing_wording import missing_wording
from styrc.rules.text.picture_in_text import picture_in_text
from styrc.rules.text.repeated_text import repeated_text
from styrc.rules.text.unexplained_abbreviation import unexplained_abbreviation
from styrc.rules.text.unsuitable_wording import unsuitable_wording
from styrc.rules.text.vague_words import vague_words
from styrc.rules.text.wordless_part import wordless_part
from styrc.rules.thread.neither_nor import neither_nor
from styrc.rules.thread.no_way_to_the_top import no_way_to_the_top
from styrc.rules.thread.repeated_elsewhere import repeated_elsewhere
from styrc.rules.thread.silent_unit import silent_unit
from styrc.rules.thread.too_few_of_a_kind import too_few_of_a_kind
from styrc.rules.thread.too_many_of_a_kind import too_many_of_a_kind
from styrc.rules.thread.unit_out_of_line import unit_out_of_line
from styrc.rules.thread.unmet_need import unmet_need
from styrc.rules.thread.values_at_odds import values_at_odds

RULES: tuple[Rule, ...] = (
    Rule("STY203", unknown_reference),
    Rule("STY204", other_period),
    Rule("STY207", too_few_targets),
    Rule("STY208", too_many_targets),
    Rule("STY210", ring),
    Rule("STY211", target_of_another_unit),
    Rule("STY212", skipped_level),
    Rule("STY213", unfit_target),
    Rule("STY214", target_in_another_document),
    Rule("STY222", unknown_call),
    Rule("STY223", call_of_nothing),
    Rule("STY224", call_without_value),
    Rule("STY301", no_way_to_the_top),
    Rule("STY302", unmet_need),
    Rule("STY303", silent_unit),
    Rule("STY304", too_few_of_a_kind),
    Rule("STY305", too_many_of_a_kind),
    Rule("STY306", unit_out_of_line),
    Rule("STY307", values_at_odds),
    Rule("STY308", neither_nor),
    Rule("STY309", repeated_elsewhere),
    Rule("STY401", missing_document),
    Rule("STY402", missing_chapter),
    Rule("STY403", empty_chapter),
    Rule("STY404", missing_content),
    Rule("STY405", wrong_deciding_body),
    Rule("STY406", decided_too_early),
    Rule("STY407", decided_in_wrong_month),
    Rule("STY408", wrong_period),
    Rule("STY409", date_outside_period),
    Rule("STY410", incomplete_decision),
    Rule("STY411", expired_model),
    Rule("STY412", surplus_document),
    Rule("STY413", uncovered_unit),
    Rule("STY414", untimely_value),
    Rule("STY415", missing_proposals),
    Rule("STY501", missing_target_year),
    Rule("STY502", implausible_share),
    Rule("STY503", target_against_direction),
    Rule("STY504", wording_against_direction),
    Rule("STY505", unknown_national_id),
    Rule("STY506", ended_national_indicator),
    Rule("STY507", no_split_by_sex),
    Rule("STY551", unanswered),
    Rule("STY552", incomplete_answer),
    Rule("STY553", unexplained_deviation),
    Rule("STY554", status_against_rule),
    Rule("STY555", needless_reason),
    Rule("STY556", status_without_outcome),
    Rule("STY557", missing_outcome),
    Rule("STY558", outcome_and_reason),
    Rule("STY559", surplus_answer),
    Rule("STY560", nothing_to_answer),
    Rule("STY561", outcome_after_break),
    Rule("STY562", outcomes_differ),
    Rule("STY563", missing_report),
    Rule("STY564", same_text_as_last),
    Rule("STY565", remedy_not_followed_up),
    Rule("STY566", forecast_unlike_outcome),
    Rule("STY567", implausible_split),
    Rule("STY568", missing_split),
    Rule("STY569", late_report),
    Rule("STY570", unfit_break),
    Rule("STY571", unlike_plan),
    Rule("STY572", number_unlike_data),
    Rule("STY573", amount_unlike_table),
    Rule("STY601", wrong_sum),
    Rule("STY602", wrong_sign),
    Rule("STY603", outside_frame),
    Rule("STY604", statements_disagree),
    Rule("STY605", missing_row),
    Rule("STY606", wrong_share),
    Rule("STY607", repeated_row),
    Rule("STY608", beyond_frame),
    Rule("STY701", budget_decided_late),
    Rule("STY702", budget_of_old_council),
    Rule("STY703", budget_of_other_body),
    Rule("STY704", proposal_late),
    Rule("STY705", too_few_years),
    Rule("STY706", result_out_of_balance),
    Rule("STY707", missing_matter),
    Rule("STY708", company_left_out),
    Rule("STY709", deficit_not_restored),
    Rule("STY710", reserve_beyond_limit),
    Rule("STY711", unpaid_decision),
    Rule("STY712", wrong_interim_period),
    Rule("STY713", report_late),
    Rule("STY801", unsuitable_wording),
    Rule("STY802", missing_wording),
    Rule("STY803", vague_words),
    Rule("STY804", unexplained_abbreviation),
    Rule("STY805", repeated_text),
    Rule("STY806", picture_in_text),
    Rule("STY807", wordless_part),
    Rule("STY901", uncontrolled_risk),
    Rule("STY902", untold_control),
    Rule("STY903", unremedied_control),
)
