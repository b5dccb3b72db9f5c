"""Numbers that are only said in sentences, mostly of section one."""

from index.types import Era, Metric

_ALL = (Era.E0, Era.E1, Era.E2, Era.E3)


def _said(key: str, label: str, english: str, unit: str, section: int = 1) -> Metric:
    return Metric(key, label, english, unit, _ALL, section)


NARRATIVE: tuple[Metric, ...] = (
    _said("n_proactive", "主动公开政府信息数", "items published proactively", "条"),
    _said("n_website", "政府网站公开信息数", "items published on the website", "条"),
    _said("n_wechat", "微信公众号发布信息数", "items published on WeChat", "条"),
    _said("n_weibo", "微博发布信息数", "items published on Weibo", "条"),
    _said("n_video", "视频号、抖音、快手发布数", "items published on video accounts", "条"),
    _said("n_newmedia", "政务新媒体发布信息数", "items published on new media", "条"),
    _said("n_board", "公开栏、公示栏、电子屏公开数", "items on notice boards", "条"),
    _said("n_press", "媒体刊发稿件数", "items in press, radio and TV", "篇"),
    _said("n_platform_other", "其他平台发布信息数", "items on other platforms", "条"),
    _said("n_gazette", "政府公报期数", "gazette issues", "期"),
    _said("n_gazette_copies", "政府公报赠阅册数", "gazette copies", "册"),
    _said("n_cat_news", "工作动态类信息数", "items of work news", "条"),
    _said("n_cat_notice", "通知公告类信息数", "notices published", "条"),
    _said("n_cat_policy", "政策文件类信息数", "policy items published", "条"),
    _said("n_cat_budget", "财政预决算类信息数", "budget items published", "条"),
    _said("n_cat_personnel", "人事类信息数", "personnel items published", "条"),
    _said("n_cat_profile", "机构职能类信息数", "profile items published", "条"),
    _said("n_cat_plan", "规划计划、统计类信息数", "plan and statistics items published", "条"),
    _said("n_cat_key", "重点领域信息数", "key-area items published", "条"),
    _said("n_catalogue", "信息公开目录更新数", "catalogue entries updated", "条"),
    _said("n_interpretation", "政策解读数", "policy interpretations", "篇"),
    _said("n_pressconf", "新闻发布会次数", "press conferences", "场"),
    _said("n_interview", "在线访谈次数", "online interviews", "期"),
    _said("n_response", "回应公众关注次数", "responses to public concern", "次"),
    _said("n_solicit", "意见征集次数", "consultations of opinion", "期"),
    _said("n_solicit_count", "征集收到意见数", "opinions received in consultations", "条"),
    _said("n_mail", "信箱、热线、留言办理数", "mailbox and hotline messages handled", "件"),
    _said("n_mail_rate", "信箱、热线、留言办复率", "reply rate of messages", "%"),
    _said("n_consult", "咨询人次", "enquiries received", "人次"),
    _said("n_app_online", "网络申请数", "applications online", "件"),
    _said("n_app_letter", "信函申请数", "applications by letter", "件"),
    _said("n_app_person", "当面申请数", "applications in person", "件"),
    _said("n_answered", "答复申请数（正文）", "applications answered (text)", "件"),
    _said("n_answered_rate", "申请办结率（正文）", "rate of applications answered (text)", "%"),
    _said("n_proposals", "办理建议提案数", "proposals and suggestions handled", "件"),
    _said("n_decision", "重大决策预公开数", "key decisions published in advance", "件"),
    _said("n_training", "培训次数", "training sessions", "次"),
    _said("n_trained", "参训人次", "persons trained", "人次"),
    _said("n_meeting", "工作会议次数", "working meetings", "次"),
    _said("n_inspection", "检查、通报次数", "inspections and notices", "次"),
    _said("n_staff", "政府信息公开工作人员数", "disclosure staff", "人"),
    _said("n_point", "查阅点、政务公开专区数", "reading rooms and disclosure corners", "个"),
    _said("n_account", "政务新媒体账号数", "new-media accounts", "个"),
    _said("n_follower", "关注人数", "followers", "人"),
    _said("n_read", "阅读次数", "reads", "次"),
    _said("n_visit", "网站访问量", "visits to the website", "次"),
    _said("n_service", "政务服务事项数", "online service items", "项"),
    _said("n_info_fee", "信息处理费金额", "information-processing fees", "元", 6),
    _said("n_info_fee_cases", "收取信息处理费件数", "cases charged an information-processing fee", "件", 6),
    _said("n_accountability", "责任追究次数", "accountability cases", "次"),
    _said("n_complaint", "举报投诉数", "complaints and reports about disclosure", "件"),
)
