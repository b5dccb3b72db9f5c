"""The test set: passages and questions written by us, and background that buries them."""

import random
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Told:
    """A passage with the concept that it expresses."""

    text: str
    concept: str
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the texts that answer it."""

    text: str
    kind: str
    relevant: frozenset[str]
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class TestSet:
    """Passages and the questions about them."""

    __test__ = False

    passages: tuple[Told, ...]
    questions: tuple[Asked, ...]


def read_test_set(folder: Path = HERE) -> TestSet:
    """Read passages.txt and questions.txt."""
    passages = tuple(_passages((folder / "passages.txt").read_text("utf-8")))
    by_concept: dict[str, list[Told]] = {}
    for told in passages:
        by_concept.setdefault(told.concept, []).append(told)
    lines = (folder / "questions.txt").read_text("utf-8").splitlines()
    questions = [_question(line, by_concept) for line in lines if line and line[0] != "#"]
    return TestSet(passages, tuple(questions))


def shared_characters(question: str, passage: str) -> float:
    """The share of a question's characters that the passage has too."""
    mine = {ch for ch in question.lower() if ch.isalnum()}
    return len(mine & set(passage.lower())) / len(mine)


def _passages(text: str) -> list[Told]:
    concept, is_withheld = "", False
    passages = []
    for line in text.splitlines():
        if head := re.match(r"\[([\w.]+)\]( withheld)?", line):
            concept, is_withheld = head[1], bool(head[2])
        elif line and not line.startswith("#"):
            passages.append(Told(line, concept, is_withheld))
    return passages


def _question(line: str, by_concept: dict[str, list[Told]]) -> Asked:
    kind, target, text = line.split(" ", 2)
    concept, _, number = target.partition("/")
    told = by_concept[concept]
    relevant = [told[int(number) - 1]] if number else told
    return Asked(text, kind, frozenset(t.text for t in relevant), told[0].is_withheld)


def background(count: int, seed: int = 7) -> list[str]:
    """Sentences as reports are full of, none of which answers a question of the test set."""
    chance = random.Random(seed)
    sentences: dict[str, None] = {}
    while len(sentences) < count:
        sentences[_sentence(chance)] = None
    return list(sentences)


def _sentence(chance: random.Random) -> str:
    text = chance.choice(_TEMPLATES)
    while slot := re.search(r"\{(\w+)\}", text):
        text = text[: slot.start()] + _fill(slot[1], chance) + text[slot.end() :]
    return text


def _fill(slot: str, chance: random.Random) -> str:
    if slot == "n":
        return str(chance.randint(2, 4000))
    if slot == "s":
        return str(chance.randint(2, 60))
    if slot == "y":
        return str(chance.randint(2016, 2025))
    return chance.choice(_SLOTS[slot])


_SLOTS: dict[str, tuple[str, ...]] = {
    "we": (
        "我镇",
        "我乡",
        "我局",
        "我县",
        "我区",
        "本机关",
        "街道办事处",
        "县自然资源局",
        "市水利局",
        "区农业农村局",
        "县商务局",
        "市体育局",
        "县统计局",
        "我委",
        "全县",
        "全市上下",
        "青河镇",
        "双桥街道",
        "东岭乡",
        "石佛镇",
        "柳林乡",
        "云水县",
        "临江区",
    ),
    "spirit": (
        "党的二十大精神",
        "党的十九大和历次全会精神",
        "习近平总书记重要讲话精神",
        "中央经济工作会议精神",
        "省第十二次党代会精神",
        "新发展理念",
        "市委全会部署",
    ),
    "goal": (
        "高质量发展",
        "法治政府建设",
        "服务型政府建设",
        "经济社会发展大局",
        "现代化建设新局面",
        "治理体系和治理能力现代化",
        "“十四五”规划目标",
        "全面深化改革",
    ),
    "class": (
        "机构职能类",
        "人事信息类",
        "政策法规类",
        "规划计划类",
        "统计数据类",
        "工作动态类",
        "公告类",
        "党建类",
        "领导活动类",
        "业务类",
        "总结类",
        "其他类",
    ),
    "trade": (
        "特色果蔬种植",
        "冷链物流园",
        "数字经济产业园",
        "新材料项目",
        "乡村旅游线路",
        "肉牛养殖基地",
        "跨境电商",
        "装备制造集群",
        "茶叶加工",
        "光伏发电",
        "城市更新片区",
        "滨河绿道",
        "花卉苗木",
    ),
    "event": (
        "全民健身运动会",
        "文化惠民演出",
        "植树活动",
        "消防演练",
        "招商推介会",
        "丰收节",
        "主题党日",
        "志愿服务月",
        "读书分享会",
        "防汛桌面推演",
        "禁毒知识竞赛",
        "清明祭英烈活动",
    ),
    "verb": ("扎实推进", "稳步实施", "统筹谋划", "深入开展", "有序组织", "持续抓好", "全力保障"),
    "task": (
        "春耕备耕",
        "人居环境整治",
        "防火巡护",
        "道路养护",
        "经济普查",
        "河道清淤",
        "厕所革命",
        "退役军人优待证办理",
        "人口变动抽样调查",
        "水毁工程修复",
        "秸秆禁烧",
        "国土绿化",
        "品牌创建",
        "文物巡查",
        "种业振兴",
        "质量强县",
        "节水型社会建设",
        "老旧管网更换",
    ),
    "result": (
        "取得阶段性成效",
        "圆满完成年度目标",
        "走在全市前列",
        "得到上级充分肯定",
        "进展总体顺利",
        "各项指标好于预期",
        "呈现稳中向好态势",
        "为来年打下坚实基础",
    ),
    "body": ("人民政府", "党政综合办公室", "办公室", "政务服务中心", "电子政务中心", "发展改革局"),
    "hand": ("第一季度", "上半年", "前三季度", "第四季度", "全年", "年初以来", "入冬以来"),
}

_TEMPLATES: tuple[str, ...] = (
    "{y}年，{we}认真贯彻{spirit}，以{goal}为目标，{verb}{task}，各项工作{result}。",
    "{we}坚持以习近平新时代中国特色社会主义思想为指导，深入学习{spirit}，着力服务{goal}。",
    "{y}年{we}共发布各类内容{n}条，其中{class}{s}条、{class}{s}条、{class}{n}条。",
    "其中，{class}{n}条，占总数的{s}%，较{y}年有所变化。",
    "截至{y}年12月31日，{class}累计{n}条，同比变动{s}%。",
    "本报告由{we}{body}编制，所列数据统计期限为{y}年1月1日至12月31日。",
    "本报告电子版可在{we}{body}网站下载，如有疑问请致电{n}{n}。",
    "{hand}，{we}{verb}{task}，{trade}{result}。",
    "{we}围绕{goal}，{verb}{task}和{trade}建设，{result}。",
    "{hand}，{we}举办{event}{s}场次，{n}余人参加。",
    "{we}{verb}{trade}，总投资{n}万元，{result}。",
    "在县委、县政府的坚强领导下，{we}{verb}{task}，{result}。",
    "下一年，{we}将继续以{spirit}为引领，{verb}{task}，奋力开创{goal}。",
    "虽然{we}在{task}上{result}，但与先进地区相比还有差距。",
    "今后，{we}将锚定{goal}，补短板、强弱项，推动{trade}再上新台阶。",
    "{we}位于县城以东{s}公里，辖{s}个行政村，总面积{n}平方公里。",
    "{hand}，{trade}实现产值{n}万元，带动{s}个村增收。",
    "{we}{body}内设机构{s}个，核定领导职数{s}名。",
    "根据国务院办公厅有关格式要求，{we}现将{y}年度情况报告如下。",
    "{we}{event}现场气氛热烈，{trade}受到关注。",
    "{hand}，{we}{verb}{task}，投入资金{n}万元，{result}。",
    "全文由总体情况、主动公开、申请处理、复议诉讼、存在问题、其他事项等{s}部分组成。",
    "{we}完成{task}任务{n}项，{trade}开工率达{s}%。",
    "{we}坚持稳中求进工作总基调，{verb}{task}，{trade}{result}。",
    "{y}年以来，{we}聚力{trade}，{verb}{task}，交出了满意答卷。",
    "{we}获评{y}年度全市{task}先进集体，{event}入选优秀案例。",
    "以上数据由{we}{body}负责解释，{y}年{class}口径略有调整。",
    "{we}与{we}联合举办{event}，共同推动{trade}发展。",
    "{hand}，{we}累计出动{n}人次参与{task}，{result}。",
    "{we}紧扣{spirit}，把{task}与{goal}结合起来，一体推进、一体落实。",
)
