"""Every sentence the bot can say: the fields of a table that each language fills in.

What stands in braces is named behind each field; `{number}` comes with its unit and marks,
`{years}` as a list of years.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one language."""

    # Joining
    comma: str
    semicolon: str
    stop: str
    colon: str
    year: str  # year
    years: str  # years
    year_range: str  # first last
    of_year: str  # year, behind a name
    line: str  # head number
    bullet: str  # text
    and_more: str  # count
    and_bodies: str  # count
    and_so_on: str  # count
    quoted: str  # text
    here: str

    # A number, with what must be known of it
    one: str  # issuer year what number
    blank: str  # raw
    blank_here: str
    about: str  # number
    about_raw: str  # raw
    repaired: str
    unverified: str
    computed_from: str  # formula
    sum_of: str  # count
    all_zero: str  # count
    others_zero: str
    pooled_rate: str  # part whole number
    yes: str
    no: str
    not_so: str
    premise: str  # said what number
    all_done: str
    not_all_done: str
    there_is: str
    there_is_not: str

    # No number: why
    no_report: str  # issuer years
    years_missing: str  # years
    held_years: str  # years
    not_in_form: str  # issuer year form what
    not_reported: str  # issuer year what
    not_found: str  # issuer year what
    not_said: str  # issuer year what
    mentioned: str  # sentences
    not_complete: str  # issuer year what parts
    unreadable: str  # issuer year what raw
    undefined: str  # issuer year what divisor formula
    no_place_reports: str  # scope years what
    short_no_report: str
    short_not_in_form: str
    short_not_reported: str
    short_not_found: str
    short_not_said: str
    short_unreadable: str
    short_undefined: str  # divisor
    forms: dict[str, str]  # by era

    # Years and parties
    trend_more: str  # later earlier number
    trend_less: str
    trend_same: str
    trend_growth: str  # number
    difference_more: str  # issuer what later earlier number
    difference_less: str
    difference_same: str
    growth_up: str  # issuer what later earlier number
    growth_down: str
    growth_undefined: str  # issuer what later earlier number
    parties_more: str  # one other number
    maybe: str  # count names
    parties_same: str
    times: str  # issuer what one other number
    times_undefined: str  # issuer what one other
    times_unclear: str
    best_year: str  # issuer what years number
    worst_year: str
    years_rose: str  # issuer what changes
    years_fell: str
    most_risen: str
    most_fallen: str
    none_rose: str  # issuer what
    none_fell: str
    no_neighbours: str
    highest_year: str
    lowest_year: str

    # Many places
    all_held: str
    these_places: str  # count
    rank_best: str  # scope year what
    rank_worst: str
    rank_highest: str
    rank_lowest: str
    rank_line: str  # rank issuer number
    rank_of: str  # issuer rank count order number
    with_streets: str
    in_each_number: str
    in_each_year: str
    in_some_years: str
    list_in_years: str
    list_no_years: str
    number_in_year: str
    years_unsure: str
    rank_unsettled: str
    no_such_rank: str  # scope count nth
    from_high: str
    from_low: str
    rank_change: str  # scope what later earlier order
    list_change: str  # scope what later earlier condition count
    count_change: str  # scope what later earlier condition number
    none_changed: str  # scope what later earlier condition
    changes: dict[str, str]  # by sign
    from_to: str  # number earlier later
    from_zero: str  # names
    sum_places: str  # scope year what count number
    rate_places: str  # scope year what count number
    rate_years: str  # issuer years what count number
    sum_years: str  # issuer years what number
    sum_metrics: str  # issuer year what number
    mean_places: str  # scope year what count zeros number
    mean_years: str  # issuer years what count zeros number
    with_zeros: str
    counted: str  # count condition found
    median: str  # number
    median_places: str  # scope year what count zeros number
    median_years: str  # issuer years what count zeros number
    median_how: str  # numbers
    count_places: str  # scope year what condition number
    count_years: str  # issuer what condition number
    list_places: str  # scope year what condition count
    list_none: str
    list_years: str  # issuer years what condition
    list_no_year: str
    signs: dict[str, str]  # number, by sign
    both_signs: str  # one other
    held_of: str  # held of
    whole_summed: str  # scope
    held_only: str  # held
    missing: str  # names
    left_out: str  # names
    not_summed_units: str
    not_summed_parts: str  # part whole

    # Shares and parts
    share: str  # issuer year part whole number
    share_in: str  # part whole
    head_parts: str  # issuer year what number
    other_parts_zero: str
    part_number: str  # part number
    most_part: str  # parts
    first_parts: str  # count parts
    nth_part: str  # nth parts
    selection: str
    no_whole: str  # what
    share_places: str  # issuer year what scope number
    share_more: str  # where one other number
    share_less: str
    share_same: str
    of_these: str  # names
    no_parts: str  # issuer year what

    # Around an answer
    read_as: str  # typed name
    corrected: str  # typed name
    renamed: str  # said name
    renamed_full: str  # said old name
    called: str  # said name
    carried: str  # what
    newest: str  # year
    newest_common: str  # year
    newest_most: str  # year
    newest_each: str
    other_reading: str  # readings
    reading: str  # what number
    source: str  # title place
    source_many: str  # count place
    notice: str  # text

    # Caveats
    invented: str
    invented_of: str  # reports
    whose_years: str  # issuer years
    inferred: str  # names
    fails: str  # issuer year message
    eras_cross: str
    eras_made: str
    fine_amount: str
    based_on: str
    approximate: str
    approximate_part: str
    blank_cells: str
    scanned: str
    parts_added: str
    total_computed: str
    reviews_and_suits: str
    used_cut: str  # count

    # Nothing to say, and questions back
    empty_store: str
    refuse_no_issuer: str  # about
    refuse_no_place: str
    refuse_no_metric: str  # about
    refuse_nothing: str
    refuse_scope: str
    refuse_tones: dict[str, str]  # by tone
    refuse_known_place: str  # about
    next_items: str  # count
    no_more: str
    quoted_elsewhere: str  # about
    refuse_scope_about: str  # about
    refuse_unclear: str
    refuse_unclear_about: str  # about
    try_these: str
    clarify_place: str  # said
    clarify_body: str
    clarify_metric: str
    clarify_year: str
    clarify_other: str
    ask_again: str  # place year what
    ask_label: str  # issuer year what
    ask_diff: str  # place earlier later

    # What is held
    held_line: str  # issuer years
    held_in: str  # scope issuers reports years
    held_missing: str  # scope of missing
    held_none_missing: str  # scope of
    held_gaps: str  # issuer years
    held_lacking: str  # years names
    held_all_have: str  # years
    held_no_gaps: str
    held_nothing: str  # scope
    held_unknown: str  # scope

    # Words of reports
    quote_place: str  # issuer year section
    of_place: str  # place
    also_in: str  # count
    section_of: str  # place section title
    section_keys: str
    section_empty: str  # place section
    found_topic: str  # topic
    found_far: str
    found_by_meaning: str
    only_section: str  # section
    found_phrase: str  # topic count rest
    says: str  # place topic
    silent_unknown: str  # topic
    silent_head: str  # topic count rest
    silent_line: str  # issuer years
    whole_not_held: str  # scope
    told_of: str  # topic
    says_not: str
    nobody_says: str  # topic total
    near_instead: str
    others_write: str  # topic
    written_in: str  # count
    nearly_written: str
    not_written: str  # topic total
    foreign_word: str  # topic
    nothing_said: str
    no_such_report: str
    part_numbers: str
    part_wording: str

    # Checks, differences, help
    check_head: str  # issuer year
    check_holds: str  # count
    check_fails: str
    check_more: str  # count where
    check_noticed: str
    check_clean: str
    check_nothing: str
    survey_clean: str  # count
    survey_fails: str  # count failing
    survey_line: str  # issuer year finding
    survey_found: str  # count
    survey_more: str  # count
    survey_each: str
    survey_choice: str  # issuer year
    survey_lacking: str  # issuers
    text_nothing: str
    carry_holds: str  # issuer earlier later one other
    carry_fails: str
    carry_unknown: str  # issuer years
    diff_head: str  # issuer earlier later section counts
    diff_section: str  # section
    diff_counts: dict[str, str]  # count, by kind
    diff_joined: str
    diff_copied: str  # earlier later copied
    diff_not_copied: str
    diff_changed: str  # count
    diff_kept: str
    diff_new: str
    diff_dropped: str
    diff_same: str
    term_unknown: str  # term
    hello: str
    thanks: str
    help: str
    example_trend: str  # place
    example_wording: str  # place year
