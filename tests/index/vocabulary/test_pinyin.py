import pypinyin
import pytest
from pypinyin import lazy_pinyin

from index.vocabulary.bodies import DEPARTMENTS
from index.vocabulary.make_pinyin import pinyin_table
from index.vocabulary.pinyin import (
    CHARACTERS,
    NAMES,
    PINYIN,
    initials,
    latin_keys,
    pinyin_key,
    sound_key,
    syllables,
)
from index.vocabulary.regions import load_regions


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("芝麻洼乡", "zhimawa"),
        ("芝麻洼乡人民政府", "zhimawa"),
        ("望江街道办事处", "wangjiang"),
        ("宿迁市", "suqian"),
        ("吕梁市", "luliang"),
        ("略阳县", "lueyang"),
        ("单县", "shan"),
        ("浚县", "xun"),
        ("木座藏族乡", "muzuozangzu"),
        ("东阿县", "donge"),
        ("五一农场", "wuyinongchang"),
        ("", ""),
    ],
)
def test_a_key_has_the_letters_of_a_name_without_its_kind(name: str, key: str) -> None:
    assert pinyin_key(name) == key


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("浚县", "xunxian"),
        ("单县", "shanxian"),
        ("洪洞县", "hongtongxian"),
        ("涡阳县", "guoyangxian"),
        ("涡北街道", "guobeijiedao"),
        ("解州镇", "haizhouzhen"),
        ("六安市", "luanshi"),
        ("六合区", "luhequ"),
        ("乐亭县", "laotingxian"),
        ("乐陵市", "laolingshi"),
        ("乐清市", "yueqingshi"),
        ("乐山市", "leshanshi"),
        ("蔚县", "yuxian"),
        ("铅山县", "yanshanxian"),
        ("番禺区", "panyuqu"),
        ("大埔县", "dabuxian"),
        ("大城县", "daichengxian"),
        ("大城镇", "dachengzhen"),
        ("长子县", "zhangzixian"),
        ("长治市", "changzhishi"),
        ("长葛市", "changgeshi"),
        ("朝阳区", "chaoyangqu"),
        ("都昌县", "duchangxian"),
        ("曾都区", "zengduqu"),
        ("佛坪县", "fopingxian"),
        ("珲春市", "hunchunshi"),
        ("什邡市", "shifangshi"),
        ("重庆市", "chongqingshi"),
        ("太行街道", "taihangjiedao"),
        ("厦门市", "xiamenshi"),
        ("会宁县", "huiningxian"),
        ("睢县", "suixian"),
        ("缙云县", "jinyunxian"),
    ],
)
def test_places_are_spelt_as_they_are_called(name: str, spelt: str) -> None:
    assert sound_key(name) == spelt


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Zhimawa township", "zhimawa"),
        ("Zhi Ma Wa Township", "zhimawa"),
        ("zhi ma wa xiang", "zhimawa"),
        ("zhimawa-xiang", "zhimawa"),
        ("Zhīmáwā Xiāng", "zhimawa"),
        ("Zhimawa Township People's Government", "zhimawa"),
        ("zhi ma wa xiang ren min zheng fu", "zhimawa"),
        ("ＺＨＩＭＡＷＡ", "zhimawa"),
        ("Wangjiang sub-district office", "wangjiang"),
        ("wang jiang jie dao", "wangjiang"),
        ("Suqian city", "suqian"),
        ("Xi'an", "xian"),
        ("xi’an shi", "xian"),
        ("xian", "xian"),
        ("Xi Xian", "xi"),
        ("Beixiang Town", "beixiang"),
        ("BEI XIANG ZHEN", "beixiang"),
        ("Lüliang", "luliang"),
        ("lv liang shi", "luliang"),
        ("Lyuliang", "luliang"),
        ("Panyu district", "panyu"),
        ("Henan Province", "henan"),
        ("township", "township"),
        ("芝麻洼", ""),
        ("", ""),
    ],
)
def test_typed_letters_lose_blanks_marks_and_words_for_the_kind(typed: str, key: str) -> None:
    assert latin_keys(typed)[0] == key


def test_a_kind_glued_to_the_name_may_be_part_of_it() -> None:
    assert latin_keys("zhimawaxiang") == ("zhimawaxiang", "zhimawa")
    assert latin_keys("Zhimawa xiang") == ("zhimawa",)
    assert latin_keys("xian") == ("xian",)


def test_initials_are_those_of_the_name_without_its_kind() -> None:
    assert initials("芝麻洼乡人民政府") == "zmw"
    assert initials("宿迁市") == "sq"


@pytest.mark.skipif(pypinyin.__version__ != "0.55.0", reason="made of 0.55.0")
def test_the_table_is_what_the_command_makes() -> None:
    assert pinyin_table() == PINYIN.read_text("utf-8")


def test_names_are_read_as_the_whole_dictionary_reads_them() -> None:
    for name in (*sorted(load_regions().paths_by_name)[::7], *DEPARTMENTS):
        ours = CHARACTERS.keys() & set(name) or name.startswith(tuple(NAMES))
        assert ours or list(syllables(name)) == lazy_pinyin(name, errors=list), name
