"""Words of every day that our vocabulary would take apart must stop a number."""

import re

import pytest

from bot.queries import BothQuery, FactQuery
from bot.understand.reading.lexicon import EVERYDAY, known_word
from tests.bot.understand.holdings import ask

NOUNS = """
快递 水费 彩票 房贷 学费 垃圾 车祸 桥梁 婚礼 公交 图书 电费 燃气 房租 车辆 高铁 飞机 地铁 路灯
道路 停车 驾照 护照 户口 结婚 离婚 出生 死亡 老人 儿童 学生 教师 医生 护士 药品 疫苗 手术 医保
社保 养老金 退休 工人 农民工 招聘 考试 高考 幼儿园 食堂 酒店 超市 商店 蔬菜 水果 粮食 小麦 猪肉
化肥 农药 水库 河流 洪水 地震 台风 暴雨 空气 污染 噪音 树木 森林 公园 广场 电影 小说 手机 电脑
软件 游戏 流量 电商 直播 外卖 快件 包裹 邮件 红包 存款 贷款 利息 股票 基金 债券 黄金 税款 发票
奖金 工资 产值 利润 出口 进口 投资 老板 店铺 合同 官员 干部 党员 军人 警察 小偷 犯罪 诈骗 毒品
赌博 消防 捐款 志愿者 贫困户 残疾人 彩礼 宅基地 耕地 矿山 石油 电站 加油站 厕所 自来水 井盖 电梯
物业 小区 楼盘 房价 工地 工程 机器 机器人 芯片 钢铁 水泥 家具 衣服 玩具 香烟 茶叶 零食 宠物 病毒
感冒 小病 人才 大会 小事 大事 事件 家人 太太 先生 分局 总公司 下乡 打工 回家 出国 外国人 游客
景点 门票 民宿 寺庙 名人 演员 冠军 比赛 足球 会费 车费 运费 话费 没收 收获 收成 收藏 收购 发电
发货 发烧 发明 专利 商标 公证 公务员 公章 开支 小镇 高三 家乡 例会 元件 零件 表单 印章 会场 花钱
旅游局 小时 总书记
""".split()  # noqa: SIM905
TEMPLATES = (
    "云溪县2024年收到多少件{}",
    "云溪县2024年公开了多少{}",
    "云溪县2024年处罚了多少{}",
    "云溪县2024年{}申请多少",
    "云溪县2024年{}类申请多少件",
    "云溪县2024年办理{}多少件",
    "云溪公安局2023年{}的行政许可多少件",
    "云溪县2023年公开了多少条{}信息",
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_noun_of_every_day_gets_no_number(template: str) -> None:
    answered = [w for w in NOUNS if isinstance(ask(template.format(w)), (FactQuery, BothQuery))]
    assert not answered


def test_everyday_words_are_none_of_our_own() -> None:
    words = [w for w in EVERYDAY.read_text("utf-8").splitlines() if not w.startswith("#")]
    assert len(words) > 2000
    assert words == sorted(set(words))
    assert all(re.fullmatch(r"[\u3400-\u9fff]{2,8}", word) for word in words)
    assert not [word for word in words if known_word(word)][:5]
