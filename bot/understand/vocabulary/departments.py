"""Departments by the names that people use for them: 住建局 is 住房和城乡建设局.

A row is one kind of department: its Chinese names, official first, then the English ones.
"""

# fmt: off

_NAMES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "教育局", "教育和体育局", "教育体育局", "教体局", "教育科技局", "教科局", "教育厅",
            "教委", "教育委员会",
        ),
        (
            "education bureau", "bureau of education", "education and sports bureau",
            "education department", "education", "education office",
        ),
    ),
    (
        ("公安局", "公安厅", "公安", "公安分局"),
        (
            "public security bureau", "public security", "police", "bureau of public security",
            "police bureau", "psb", "police force", "cops",
        ),
    ),
    (
        (
            "住房和城乡建设局", "住房城乡建设局", "住建局", "住房和城乡建设委员会", "住建委",
            "住房和城乡建设厅", "建设局", "住建",
        ),
        (
            "housing and urban-rural development bureau", "housing bureau",
            "housing and construction bureau", "housing and urban rural development bureau",
            "construction bureau", "housing and urban-rural development",
        ),
    ),
    (
        (
            "自然资源局", "自然资源和规划局", "自然资源与规划局", "自规局", "资规局", "资源局",
            "自然资源厅", "国土资源局", "国土局", "自然资源",
        ),
        (
            "natural resources bureau", "natural resources and planning bureau",
            "bureau of natural resources", "natural resources", "land bureau", "resources bureau",
            "land and resources bureau", "land resources bureau", "nrb",
        ),
    ),
    (
        (
            "卫生健康局", "卫生健康委员会", "卫生健康委", "卫健局", "卫健委", "卫计局", "卫计委",
            "卫生局", "卫生和计划生育局",
        ),
        ("health bureau", "health commission", "bureau of health", "health"),
    ),
    (
        ("发展和改革局", "发展和改革委员会", "发展改革委", "发改委", "发改局", "发展改革局"),
        ("development and reform bureau", "development and reform commission"),
    ),
    (
        ("人力资源和社会保障局", "人力资源社会保障局", "人社局", "人力社保局", "人社"),
        ("human resources and social security bureau", "human resources bureau"),
    ),
    (
        ("市场监督管理局", "市场监管局", "市监局", "市场局", "市监"),
        (
            "market supervision bureau", "market regulation bureau", "market bureau",
            "market supervision", "market regulator",
            "administration for market regulation", "market supervision administration",
            "market supervision and administration bureau", "market bureau", "market regulator",
            "market watchdog", "market supervision", "market regulation",
        ),
    ),
    (
        ("农业农村局", "农业局", "农业和农村局"),
        (
            "agriculture bureau", "agriculture and rural affairs bureau",
            "bureau of agriculture and rural affairs",
        ),
    ),
    (
        ("交通运输局", "交通局"),
        ("transport bureau", "transportation bureau", "bureau of transport"),
    ),
    (
        ("水利局", "水务局"),
        (
            "water bureau", "water resources bureau", "water conservancy bureau",
            "water affairs bureau",
        ),
    ),
    (("应急管理局", "应急局", "安监局"), ("emergency management bureau", "emergency bureau")),
    (
        (
            "文化和旅游局", "文化旅游局", "文旅局", "文化广电和旅游局", "文化广电新闻出版局",
            "文广新局", "文广旅局", "文化广电旅游局", "文体旅局", "文旅",
        ),
        ("culture and tourism bureau", "culture bureau", "tourism bureau"),
    ),
    (("民政局", "民政"), ("civil affairs bureau", "bureau of civil affairs")),
    (("财政局",), ("finance bureau", "bureau of finance")),
    (("审计局",), ("audit bureau",)),
    (("统计局",), ("statistics bureau", "bureau of statistics")),
    (("税务局",), ("tax bureau", "taxation bureau")),
    (("司法局",), ("justice bureau", "bureau of justice", "judicial bureau")),
    (
        ("医疗保障局", "医保局"),
        ("medical security bureau", "healthcare security bureau", "medical insurance bureau"),
    ),
    (
        ("生态环境局", "环境保护局", "环保局"),
        (
            "ecology and environment bureau", "environment bureau",
            "environmental protection bureau", "ecological environment bureau",
        ),
    ),
    (
        ("城市管理局", "城市管理综合执法局", "综合行政执法局", "城管局", "执法局", "城管"),
        ("urban management bureau", "city management bureau"),
    ),
    (("林业局", "林业和草原局", "林草局"), ("forestry bureau",)),
    (("商务局",), ("commerce bureau",)),
    (("科技局", "科学技术局"), ("science and technology bureau",)),
    (
        ("工业和信息化局", "工信局", "经信局", "经济和信息化局"),
        ("industry and information technology bureau",),
    ),
    (("退役军人事务局", "退役军人局"), ("veterans affairs bureau", "veterans bureau")),
    (
        ("行政审批局", "行政审批服务局", "政务服务局", "数据局", "政务服务管理局"),
        ("administrative approval bureau", "government services bureau"),
    ),
    (
        ("乡村振兴局", "扶贫办", "扶贫局"),
        ("rural revitalisation bureau", "rural revitalization bureau"),
    ),
    (("信访局",), ("petitions bureau", "complaints bureau")),
    (("气象局",), ("meteorological bureau",)),
    (("体育局",), ("sports bureau",)),
    (("粮食和物资储备局", "粮食局"), ("grain bureau",)),
    (("园林局", "园林绿化局"), ("parks bureau",)),
    (
        (
            "人民政府办公室", "政府办公室", "政府办", "府办", "人民政府办", "政府办公厅",
            "人民政府办公厅",
        ),
        (
            "government office", "general office", "office of the people's government",
            "people's government office", "government general office", "county office",
            "office of the county government",
        ),
    ),
    (
        (
            "经济开发区管理委员会", "经济开发区管委会", "经济技术开发区管委会",
            "经济技术开发区管理委员会", "开发区管委会", "开发区", "经开区", "经济开发区",
            "经开区管委会", "经济技术开发区", "高新技术产业开发区管理委员会", "高新区",
            "高新区管委会", "工业园区管委会", "工业园区",
        ),
        (
            "economic development zone", "development zone",
            "economic development zone administrative committee",
            "development zone administration", "economic development zone management committee",
            "economic and technological development zone",
        ),
    ),
)


def _also_departments(names: tuple[str, ...]) -> tuple[str, ...]:
    """A bureau is a department in other countries: water department, department of justice."""
    return tuple(dict.fromkeys((*names, *(n.replace("bureau", "department") for n in names))))


DEPARTMENTS = tuple((chinese, _also_departments(english)) for chinese, english in _NAMES)


def variants(core: str) -> tuple[str, ...]:
    """All Chinese names of the kind of department that `core` names; itself if unlisted."""
    for names, _ in DEPARTMENTS:
        if core in names:  # a branch may be called as the whole bureau is, and not the other way
            return tuple(name for name in names if name == core or not name.endswith("分局"))
    return (core,)


def english_names(core: str) -> tuple[str, ...]:
    """The English names of the kind of department that `core` names; none if unlisted."""
    for names, english in DEPARTMENTS:
        if core in names:
            return (*english, *(name.replace("bureau", "bureaus") for name in english))
    return ()
