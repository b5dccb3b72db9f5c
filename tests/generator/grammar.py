"""Sentences of reports, made from rules: our own words, in more ways than any test will see.

`<name>` stands for one of that rule's choices, `<3-40>` for a whole number between the two.
Slots in braces are figures, as `marks` says. `write` expands a rule.
"""

import re
from collections.abc import Mapping
from random import Random

from tests.generator.figures import below, one_of

_SLOT = re.compile(r"<(\w+)>|<(\d+)-(\d+)>")

RULES: dict[str, tuple[str, ...]] = {
    "preamble": (
        "本报告由<full>依照《中华人民共和国政府信息公开条例》编写，数据期限自<year>年1月1日起至<year>年12月31日止。",
        "按照政府信息公开年度报告的格式要求，<full>公布<year>年度工作情况，欢迎查阅和提出意见。联系电话：0000-<2000000-8999999>。",
        "<full>向社会公布<year>年政府信息公开工作年度报告。报告电子版可在政府网站下载（地址：<street>路<2-300>号，邮编：<100000-900000>）。",
        "根据《中华人民共和国政府信息公开条例》的规定，现将<full><year>年政府信息公开工作报告如下。",
    ),
    "street": ("文化", "建设", "迎宾", "新华", "滨河", "朝阳"),
    "opening": (
        "<year>年，<we>把<aim>作为公开工作的出发点，<did>，<effect>。",
        "一年来，<we>围绕<topic>做好公开，<did>。",
        "<we><year>年的公开工作以<topic>为重点，<effect>。",
        "过去一年，<topic>牵动各方，<we><did>，力求<aim>。",
        "<we>始终以<aim>为目标，在<topic>方面多下功夫。",
    ),
    "aim": (
        "让群众看得到、看得懂",
        "少让群众跑腿",
        "把账目摆在明处",
        "回应群众最急的事",
        "减少误解和猜疑",
        "方便企业办事",
        "答复有理有据",
        "公开与办事同步",
        "内容准确、前后一致",
        "听得进不同意见",
    ),
    "topic": (
        "村道养护",
        "旧小区改造",
        "农田水利",
        "学位分配",
        "低保复核",
        "防汛值守",
        "征地补偿",
        "食品抽检",
        "公交线路调整",
        "小微企业补助",
        "垃圾分类",
        "危房排查",
        "医保报销",
        "就业补贴",
        "河道清淤",
        "集市搬迁",
        "养老服务",
        "安全生产检查",
        "集体资产清查",
        "供水管网更新",
        "林地流转",
        "校车安排",
        "工程招标",
        "停车泊位",
        "高标准农田建设",
        "燃气入户",
        "职业培训",
        "粮食收购",
        "宅基地审批",
        "夜市管理",
    ),
    "did": (
        "把<topic>的<document>逐项列出",
        "对<document>实行先审后发",
        "由专人核对<document>",
        "请<people>参与<document>的起草",
        "将<document>改写成一页纸",
        "在<place>张贴<document>",
        "对<topic>的每个环节写明时限",
        "把<topic>的进展按<period>公布",
        "把<document>与<topic>的进度一并公开",
        "针对<topic>编写问答<8-60>条",
        "为<people>单独印制<document><100-900>份",
        "在<place>增设查询窗口",
        "把<document>的更新责任落实到人",
    ),
    "document": (
        "资金明细",
        "办理流程",
        "名单和标准",
        "项目进度表",
        "收费依据",
        "验收结论",
        "听证记录",
        "政策对照表",
        "招标结果",
        "补助名册",
        "检查结论",
        "办事指南",
        "公示底稿",
        "采购清单",
        "会议决定",
    ),
    "people": (
        "村民代表",
        "企业财务人员",
        "退休教师",
        "社区网格员",
        "律师",
        "老年人",
        "商户",
        "返乡青年",
        "家长代表",
        "货车司机",
        "种植大户",
        "物业人员",
    ),
    "place": (
        "便民服务中心",
        "村部门口",
        "集市入口",
        "公交站牌",
        "学校大门",
        "卫生院大厅",
        "小区单元门",
        "工地围挡",
        "办事大厅",
        "农资店旁",
    ),
    "period": ("周", "旬", "月", "季度", "半年"),
    "effect": (
        "来电询问比以往少了",
        "群众对结果基本认可",
        "重复咨询明显下降",
        "查找时间缩短一半以上",
        "当面质疑的情况少见了",
        "各方反映良好",
        "办理时限普遍提前",
        "差错较以前减少",
        "参与的人比往年多",
        "多数疑问当场解开",
    ),
    "work": (
        "<did>，<effect>。",
        "围绕<topic>，<did>；<effect>。",
        "针对<people>关心的<topic>，<we><did>。",
        "<topic>涉及面广，<we>先后<3-28>次到<place>听取<people>意见，<effect>。",
        "<period>度例会专门研究<topic>，决定<did>。",
        "在<place>公布<topic>的<document>，<people>可以随时核对。",
        "全年编印<topic>明白纸<200-9000>份，发到<people>手中。",
        "<did>，并请<people>评议，平均<70-98>分。",
        # Numbers of other things and of other bodies, which are no indicators (V95).
        "<people>就<topic>反映问题<2-40>件，已全部转办。",
        "邻县在<topic>方面发布信息<20-900>条，<we>派人前往学习。",
        "信访部门受理有关<topic>的来信<3-90>件，<we>配合答复。",
        "<topic>开工<3-60>处，完工<1-20>处，进度表随时更新。",
    ),
    "management": (
        "所有文件在拟稿时确定公开属性，<did>。",
        "对历年文件逐份核对，标明是否有效，<effect>。",
        "信息发布实行<two>审<two>校，<document>未经核对不得上网。",
        "<document>按<topic>归类编号，<effect>。",
        "建立<document>台账，每<period>核对一次。",
    ),
    "two": ("二", "三"),
    "platform": (
        "网站栏目按<topic>重新编排，<effect>。",
        "对长期不更新的账号予以停用，保留的账号由专人维护。",
        "在<place>配备查询设备，<people>可自行打印<document>。",
        "栏目检索支持全文查找，<effect>。",
        "<place>的显示屏滚动播放<topic>的<document>。",
    ),
    "guarantee": (
        "把公开工作列入年度考核，<did>。",
        "请<people>担任监督员，每<period>反馈一次。",
        "分管负责人每<period>听取一次汇报，<topic>列为必查内容。",
        "对答复文书实行法制审核，<effect>。",
        "公开方面的意见由<we>在<3-15>日内回复。",
    ),
    "problem": (
        "<topic>方面公开的内容偏粗，<people>反映看不懂。",
        "<document>更新不及时，有的滞后一个<period>以上。",
        "<place>的公示位置偏，知道的人不多。",
        "对<people>的需求了解不够，<topic>的信息少有人看。",
        "答复<topic>类问题时说理不充分，容易引起误解。",
        "经办人员变动频繁，对<document>的口径掌握不一。",
        "<topic>牵涉多个部门，<document>前后不一致。",
        "渠道较少，<people>很难接触到<document>。",
        "解读形式单一，<topic>仍以照搬原文为主。",
        "<document>只公布总数，没有分项，<people>难以核对。",
    ),
    "measure": (
        "<did>，争取<effect>。",
        "请<people>每<period>试读一次<document>，看不懂的重写。",
        "今后<topic>的<document>一律先征求<people>意见再公布。",
        "将<document>的更新期限定为<3-20>个工作日，逾期通报。",
        "组织经办人员学习，以<topic>的实例讲解答复要点。",
        "会同有关部门统一<topic>的口径，由一个出口发布。",
        "在<place>增设公示点，方便<people>查看。",
        "上年提出的<topic>方面的不足已有改进，<effect>。",
    ),
    "other": (
        "没有其他需要报告的事项。",
        "无其他需要报告的事项。",
        "除上述情况外，<topic>的<document>将在下一年度继续公开。",
        "<people>对公开工作提出意见<2-30>条，均已逐条回复。",
    ),
    "subjects": ("申请内容主要涉及<topic>、<topic>。", "申请人多询问<topic>的<document>。", ""),
    # Numbers that a reader must find.
    "proactive": (
        "全年主动公开政府信息{n_proactive=<n>}条。",
        "<year>年，<we>共主动公开各类政府信息{n_proactive=<n>}条。",
        "主动公开政府信息{n_proactive=<n>}条，其中通过政府网站公开{n_website=<website>}条，微信公众号发布{n_wechat=<wechat>}条。",
        "全年累计主动公开政府信息 {n_proactive=<n>} 条，<did>。",
        "<did>，全年主动公开政府信息{n_proactive=<n>}条。",
    ),
    "about_proactive": (
        "<we>通过各种渠道主动公开政府信息{n_proactive~<hundreds>:<hundreds>余}条，<effect>。",
        "全年主动公开各类政府信息{n_proactive~<hundreds>:<hundreds>多}条。",
    ),
    "received": (
        "全年收到政府信息公开申请{new_received}件，均按期答复。<subjects>",
        "<year>年新收到政府信息公开申请{new_received}件。<subjects>",
        "<we>本年新收政府信息公开申请{new_received}件，上年结转{carried_in}件，办结{handled_total}件，结转下年度{carried_out}件。",
        "本年度新收申请{new_received}件，其中自然人{natural}件、法人或其他组织{organisations}件。<subjects>",
        "全年收到政府信息公开申请{new_received}件，办理结果为：予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unable}件，不予处理{refused}件，其他处理{other}件，结转下年度{carried_out}件。",
    ),
    # Last year's figure stands in the same sentence (V94).
    "received_and_last": (
        "全年收到政府信息公开申请{new_received}件，上年为<last>件。<subjects>",
        "<year>年收到政府信息公开申请{new_received}件（<before>年<last>件），均已登记。",
        "与上年的<last>件相比，今年收到政府信息公开申请{new_received}件。<subjects>",
    ),
    "none_received": (
        "<year>年，<we>未收到政府信息公开申请。",
        "本年度没有收到政府信息公开申请。",
        "全年未收到公民、法人或其他组织提出的政府信息公开申请。",
    ),
    "counts": (
        "全年发布政策解读{n_interpretation=<2-60>}篇，回应公众关注{n_response=<2-40>}次。",
        "召开新闻发布会{n_pressconf=<2-9>}场，开展在线访谈{n_interview=<2-9>}期。",
        "举办政府信息公开培训{n_training=<2-6>}次，参训{n_trained=<20-300>}人次。",
        "召开政府信息公开工作会议{n_meeting=<2-9>}次，<did>。",
        "办理人大代表建议和政协提案共{n_proposals=<2-60>}件，<effect>。",
        "",
    ),
    "fee": (
        "{n_info_fee=0:<year>年<we>未收取政府信息公开信息处理费}。",
        "{n_info_fee=0:本年度没有收取信息处理费}。",
        "全年对{n_info_fee_cases=<2-9>}件申请收取信息处理费，共{n_info_fee=<40-3000>}元。",
        "",
    ),
    # The years before 2019.
    "old_received": (
        "全年收到政府信息公开申请{new_received=<new>}件，全部办结。<subjects>",
        "<year>年，<we>共受理政府信息公开申请{new_received=<new>}件。<subjects>",
    ),
    "old_none": (
        "{new_received=0:<year>年，<we>未收到政府信息公开申请}。",
        "{new_received=0:本年度没有收到政府信息公开申请}。",
    ),
    "old_no_dispute": (
        "{review_total?=0:未发生因政府信息公开引起的行政复议}{suits_total?=0:和行政诉讼}。",
        "{review_total?=0:没有因政府信息公开被申请行政复议}{suits_total?=0:或者提起行政诉讼的情况}。",
    ),
    "old_dispute": ("全年因政府信息公开引起行政复议{review_total}件、行政诉讼{suits_total}件。",),
    "old_no_fee": (
        "{app_fees_wan?=0:没有收取与政府信息公开有关的费用}。",
        "{app_fees_wan?=0:提供信息一律免费，未收取检索、复制、邮寄费用}。",
    ),
    "old_fee": ("全年依申请提供信息收取费用{app_fees_wan}万元。",),
}


def write(rng: Random, rule: str, words: Mapping[str, str]) -> str:
    """One expansion of a rule; `words` are what is fixed for this report."""
    if rule in words:
        return words[rule]

    def expand(match: re.Match[str]) -> str:
        if match[1]:
            return write(rng, match[1], words)
        low, high = int(match[2]), int(match[3])
        return str(low + below(rng, high - low + 1))

    return _SLOT.sub(expand, one_of(rng, RULES[rule]))
