"""Applicants, kinds of body, and places as a whole."""

# fmt: off

from index.types import Kind

MEMBERS: dict[str, tuple[str, ...]] = {
    "natural": (
        "普通老百姓", "普通市民", "普通群众", "普通百姓",
        "自然人", "个人", "老百姓", "公民", "群众", "市民", "居民", "村民", "百姓", "普通人",
        "个人申请", "公民个人", "私人", "natural person", "natural persons",
        "individual", "individuals", "citizens", "citizen", "private persons",
        "private individuals", "residents", "ordinary people", "private citizens",
    ),
    "enterprise": (
        "商业企业", "企业", "公司", "公司法人", "企业法人", "法人企业", "商家", "企业类", "商企",
        "enterprise", "enterprises",
        "business", "businesses", "company", "companies", "commercial enterprises", "firms",
        "commercial enterprise", "corporations", "commercial companies",
    ),
    "research": (
        "大学", "高校", "院校", "研究院", "大学研究所",
        "科研机构", "科研院所", "研究机构", "科研单位", "研究所", "科研", "research institution",
        "research institutions", "research institutes", "research institute", "research bodies",
        "research organisations",
    ),
    "ngo": (
        "社会公益组织", "公益组织", "社会组织", "公益机构", "公益团体", "ngo", "ngos",
        "public-interest organisations", "public interest organisations",
        "public welfare organisations", "public welfare organizations", "charities",
        "public-interest organizations", "social welfare organisations", "social organisations",
        "public interest organizations", "non-profits", "nonprofits",
        "social welfare organizations",
    ),
    "legal": (
        "法律服务所",
        "法律服务机构", "律师事务所", "律所", "律师", "法律机构", "法律服务", "law firm",
        "law firms", "legal service providers", "legal services", "lawyers", "legal service",
        "legal service organisations", "legal service institutions",
        "legal service organizations", "legal firms", "legal service agencies",
    ),
    "other_org": (
        "其他组织", "其它组织", "其他法人", "其他（法人或其他组织）", "其他类组织",
        "other organisations", "other organizations", "other legal persons",
    ),
    "organisations": (
        "非自然人", "非个人",
        *(f"{but}{one}{out}{of}" for but in ("", "除", "除了", "除开", "除去")
          for one in ("个人", "自然人") for out in ("以外", "之外", "外")[: 3 if but else 2]
          for of in ("", "的")),
        *(f"不是{one}{did}申请" for one in ("个人", "自然人") for did in ("的", "提的", "来的")),
        *(f"{who}({no}{one})" for who in ("单位", "机构", "组织", "法人")
          for no in ("不是", "非", "不含", "不算") for one in ("个人", "自然人")),
        "机构类", "单位类", "组织类", "机构申请人", "单位申请人", "法人类", "机构类申请",
        "法人或其他组织", "法人", "法人和其他组织", "法人及其他组织", "单位申请", "组织",
        "法人组织", "机构申请", "法人或者其他组织", "legal persons",
        "legal persons and other organisations", "organisations", "organizations",
        "legal persons or other organisations", "legal entities",
        "legal persons or other organizations", "legal persons and other organizations",
        "legal entities and other organisations", "entities",
    ),
}

# Words for kinds of body, for "each town", "which bureau".
KINDS: dict[str, tuple[tuple[Kind, ...], tuple[str, ...]]] = {
    "town": (
        (Kind.TOWN,),
        (
            "镇里", "乡里", "镇上", "乡上", "按乡镇",
            "乡镇", "乡镇街道", "镇", "乡", "街道", "镇街", "镇乡",
            "乡镇政府", "乡镇人民政府",
            "街镇", "乡镇（街道）", "乡、镇", "乡镇办", "乡镇苏木", "苏木乡镇", "街道办",
            "街道办事处", "苏木", "township", "townships", "town", "towns",
            "subdistrict", "subdistricts",
        ),
    ),
    "department": (
        (Kind.DEPARTMENT,),
        (
            "局里", "局", "部门", "各部门", "所有部门", "全部部门", "每个部门", "各个部门",
            "所有的部门", "分部门", "按部门",
            "委办局", "政府部门", "职能部门", "县直部门", "县直单位", "市直部门", "部门单位",
            "县级部门", "委局", "各局", "bureau", "bureaus", "department", "departments",
            "bureaux",
        ),
    ),
    "county": (
        (Kind.COUNTY,),
        (
            "县", "县区", "区县", "县市区", "各县", "各区", "县（区）",
            *(f"{every}{county}" for every in ("所有", "所有的", "全部", "每个", "各个")
              for county in ("县", "县区", "区县")),
            "counties", "districts",
        ),
    ),
    "city": ((Kind.CITY,), ("城市", "各市", "地市", "各地市", "cities")),
    "zone": ((Kind.ZONE,), ("开发区", "园区", "管委会", "zones", "development zones")),
}

# The place itself as a whole: its own report, or the sum over its bodies.
WHOLE: dict[str, tuple[str, ...]] = {
    "county": (
        "县政府", "县人民政府", "区政府", "全县", "县里", "本县", "我县", "整个县", "我们县",
        "全区", "区里", "全县范围", "县内",
        "the whole county", "countywide", "county-wide", "the county as a whole",
        "the entire county", "the county", "whole county",
    ),
    "city": (
        "市政府", "市人民政府", "全市", "市里", "本市", "我市", "整个市", "我们市",
        "the whole city", "citywide",
        "city-wide", "the entire city",
    ),
    "province": ("全省", "省里", "本省", "我省", "the whole province", "provincewide"),
}

# Bodies of any kind, all of those that are held.
ANY_BODY: tuple[str, ...] = (
    "所有单位", "各单位", "全部单位", "每个单位", "所有机构", "各机构", "所有地方", "各地方",
    "各地", "所有的单位", "各个单位", "所有机关", "各机关", "所有政府", "各政府", "下属单位",
    "下辖单位", "all bodies", "all issuers", "all units", "all places",
    "all authorities", "all agencies", "every issuer",
    *(f"{each} {one}" for each in ("each", "every", "per") for one in
      ("body", "unit", "authority", "agency", "public body")),
    "all held bodies", "all held", "everyone", "all of them", "每家单位", "各家单位", "全体单位",
    "所有收录单位", "所有收录的单位",
)
