"""The statistics annex of 2014-2018 (国办发〔2014〕32号): metrics that only it prints.

Those that it shares with the newer tables stand there; ANNEX_ROWS in this file gives the
labels under which the annex prints any of them.
"""

from index.types import Era, Metric

_E1 = (Era.E1,)


def _row(key: str, label: str, english: str, unit: str) -> Metric:
    return Metric(key, label, english, unit, _E1, None, 1, rows=(label,))


ANNEX: tuple[Metric, ...] = (
    _row("denied_trade_secret", "不同意公开：涉及商业秘密", "denied: trade secret", "件"),
    _row("denied_privacy", "不同意公开：涉及个人隐私", "denied: privacy", "件"),
    _row("denied_not_information", "不同意公开：不是《条例》所指政府信息", "denied: not government information", "件"),
    _row("answered_already_public", "属于已主动公开范围数", "answered: already public", "件"),
    _row("answered_not_ours", "不属于本行政机关公开数", "answered: not this body's", "件"),
    _row("answered_not_existing", "申请信息不存在数", "answered: does not exist", "件"),
    _row("answered_to_correct", "告知作出更改补充数", "answered: to be corrected", "件"),
    _row("answered_other_way", "告知通过其他途径办理数", "answered: other channel", "件"),
    _row("n_app_fax", "传真申请数", "applications by fax", "件"),
    _row("handled_on_time", "按时办结数", "handled on time", "件"),
    _row("handled_extended", "延期办结数", "handled after extension", "件"),
    _row("app_fees_wan", "依申请公开信息收取的费用", "fees for disclosure upon application", "万元"),
    _row("n_office", "政府信息公开工作专门机构数", "disclosure offices", "个"),
    _row("n_staff_full", "专职人员数", "full-time staff", "人"),
    _row("n_staff_part", "兼职人员数", "part-time staff", "人"),
    _row("funds_wan", "政府信息公开专项经费", "disclosure funds", "万元"),
)
