"""Figures in sentences: V90 to V95; the reports and all they say are invented."""

from dataclasses import replace

from tests.index.ingest.variants.base import saying, told
from tests.index.ingest.variants.variant import Variant

_CITY = "清河市人民政府2016年政府信息公开年度报告"


def _said(number: str, sentence: str, **figures: str) -> Variant:
    """A report of 2016 with this sentence, and the figures that it states."""
    return Variant(number, sentence, told(sentence), (saying(**figures),))


def _unfilled(sentence: str) -> Variant:
    """A sentence of a template that was never filled in: no figure, and a finding."""
    expected = replace(saying(), findings=("table_missing", "template_left"))
    return Variant("V92", sentence, told(sentence), (expected,))


def _of_city(sentence: str, **figures: str) -> Variant:
    expected = replace(saying(**figures), issuer="清河市人民政府", region="清河市")
    return Variant("V95", sentence, told(sentence, title=_CITY), (expected,))


VARIANTS = (
    _said("V90", "全年主动公开政府信息200余条。", n_proactive="200 approximate"),
    _said("V90", "全年主动公开政府信息近百条。", n_proactive="100 approximate"),
    _said("V90", "全年主动公开政府信息2万余条。", n_proactive="20000 approximate"),
    _said("V90", "全年主动公开政府信息约1.2万余条。", n_proactive="12000 approximate"),
    _said("V90", "召开政务公开工作专题会议10余次。", n_meeting="10 approximate"),
    _said("V91", "2016 年来，全镇主动公开政府信息 88 条。", n_proactive="88"),
    _said("V91", "2016 年，全镇主动公开政府信息1,234条。", n_proactive="1234"),
    _said("V91", "全年主动公开政府信息三十九条。", n_proactive="39"),
    _said("V91", "全年主动公开政府信息８８条。", n_proactive="88"),
    _said("V91", "全年主动公开政府信息二百零五条。", n_proactive="205"),
    _unfilled("今年共公开信息条，其中通过网站公开条。"),
    _unfilled("全年主动公开政府信息  条，收到申请___件。"),
    _said("V93", "全年主动公开政府信息7件次。", n_proactive="7"),
    _said("V93", "全年主动公开政府信息12份。", n_proactive="12"),
    _said("V93", "全年收到政府信息公开申请2宗。", new_received="2"),
    _said("V93", "全年收到政府信息公开申请9起。", new_received="9"),
    _said("V93", "全年收到政府信息公开申请7件次。", new_received="7"),
    _said("V93", "全镇设立政府信息公开查阅点3个。", n_point="3"),
    _said("V93", "全镇设立政府信息公开查阅点3处。", n_point="3"),
    _said("V93", "编发政府公报6期。", n_gazette="6"),
    _said("V93", "发布政策解读9篇。", n_interpretation="9"),
    _said("V94", "全年收到政府信息公开申请20起，比上年（30起）下降33%。", new_received="20"),
    _said("V94", "2016年收到申请20件，2015年收到申请30件。", new_received="20"),
    _said("V94", "去年收到申请30件，今年收到申请20件。", new_received="20"),
    _said("V94", "与2015年的120条相比，2016年主动公开政府信息160条。", n_proactive="160"),
    _said("V94", "全年主动公开政府信息160条，较2015年增加40条。", n_proactive="160"),
    _of_city("全年收到申请20件，其中云溪县12件、青石县8件。", new_received="20"),
    _of_city("云溪县收到申请12件，青石县收到申请8件。"),
    _of_city("市教育局主动公开政府信息210条，市公安局主动公开政府信息310条。"),
    _of_city("全市共收取信息处理费2950元，其中云溪县420元、青石县2530元。", n_info_fee="2950"),
)
