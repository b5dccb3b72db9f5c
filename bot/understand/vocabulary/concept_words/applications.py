"""Words for applications: that they come in, are handled, and are carried over."""

# fmt: off

_CARRYING = ("结转", "遗留", "积压", "延续", "移交")

APPLICATIONS: dict[str, tuple[str, ...]] = {
    "app": (
        "申请", "依申请公开申请", "公开申请", "信息公开申请", "政府信息公开申请", "申请件",
        "申请书", "申请案件", "申请数", "申请量", "申请数量", "申请总数", "申请总量", "申请件数",
        "件申请", "依申请公开案件", "公开案件", "信息申请", "申请信息公开", "申请公开政府信息",
        "申请公开信息", "申请公开", "来申请", "来申请公开", "来申请信息公开", "来申请信息",
        "来申请公开信息", "申请过", "依申请件", "政务公开申请",
        "申请单", "申请过公开", "申请了公开", "申请过信息公开", "申请过政府信息公开",
        "件数申请", "application", "applications", "applys", "request", "requests", "foi",
        "foi request",
        "foi requests", "information request", "information requests", "disclosure request",
        "disclosure requests", "applied", "apply", "information disclosure requests",
        "freedom of information requests", "applying",
        "freedom-of-information requests", "foi applications",
        "disclosure applications", "disclosure application", "freedom of information",
        "information applications", "foi application", "requests for information",
        "open records requests", "requested info", "requested information",
        "asked for information", "case", "cases",
    ),
    "on_app": (
        "依申请", "依申请公开", "依申请公开件", "依申请公开信息", "disclosure upon application",
        "disclosure on application", "disclosure on request", "disclosures on request",
        "disclosures upon application",
    ),
    "receive": (
        "reached", "reach", "earn", "earned", "earns",
        "收过", "接过", "收过的", "共收", "共收到", "一共收", "总共收", "共得", "一共得", "总共得",
        "接了",
        "file", "files", "收取", "收取了", "收到", "新收", "本年新收", "接收", "收了", "接到",
        "接收到", "收", "提交", "提出", "提", "提的", "提了", "递交", "收件", "收到过", "来了",
        "新增", "新接",
        "新收到", "递", "收进来", "新提交", "进来", "收受", "提起申请", "新收的", "收到的",
        "receive", "received", "receives", "get", "got", "gets", "newly received", "submitted",
        "filed", "came in", "come in", "lodged", "submit", "newly", "receiving", "sent in",
        "intake", "took in", "incoming", "made", "put in", "filed against", "brought against",
        "lodged against", "filed with", "lodged with", "taking in", "take in",
    ),
    "accept": ("受理", "受理了", "accepted", "accept"),
    "handle": (
        "处理掉", "处理掉的", "办掉", "办掉的",
        "办理", "处理", "办了", "处理了", "办理了", "处置", "办理结果", "办理总数", "处理总数",
        "办理数", "处理数", "办理量", "办件", "经办", "本年度办理结果", "handled", "processed",
        "dealt with", "handle", "process", "handling", "disposed of", "total handled", "deal with",
        "processing", "settle", "settled",
    ),
    "finish": (
        "答复申请人", "回复申请人", "replies given", "replies",
        "办结", "办完", "答复", "回复", "办结了", "答复了", "回复了", "办结数", "答复数", "结案",
        "办好", "处理完", "答复完", "办结总数", "有了结果", "finish", "finishes", "completed",
        "answered", "closed",
        "concluded", "decided", "replied", "complete", "answer", "finished", "resolved",
        "responded to", "completely handled",
    ),
    "carry": (
        "carry-overs", "carryovers", "carry overs", "结转", "结转数", "结转件", "carried over",
        "carryover", "carry-over", "carried-over", "carry over",
    ),
    "carried_in": (
        "carried-in", "brought over from the previous year", "brought over from last year",
        "转入", "转入的",
        *(f"{year}{how}" for year in ("上年", "上年度", "上一年", "上一年度", "前一年", "去年")
          for how in ("接转", "转过来还没办完", "转来还没办完", "转过来没办完", "结转的", "转来的",
                      *(f"{moved}{over}"
                        for moved in (*"转接带拖留剩压欠挪", *_CARRYING)
                        for over in ("来", "过来", "下来", "进来", "过来的", "下来的")))),
        "期初结转", "年初结转", "旧申请", "老申请", "上年没办完", "去年没办完", "上年结转",
        "上年度结转", "上一年结转", "上一年度结转",
        "去年转来", "上年转来", "上年转入", "结转过来", "结转来", "结转自上年", "从上年结转",
        "从上一年结转", "从去年结转", "去年结转来", "去年结转过来", "上一年转来", "往年结转",
        "以前年度结转", "上年遗留", "上年结转下来", "上一年留下", "上年留下", "去年遗留",
        "上年剩下", "去年剩下", "上年结转过来", "前一年结转", "前一年转来", "前一年留下",
        "去年留下", "结转进来", "上一年结转过来", "上一年度结转过来", "上年结转申请",
        "从前一年结转", "carried in", "carried over from the previous year",
        "carried over from last year", "carried over from the year before",
        "carried forward from the previous year", "carried forward from last year",
        "brought forward", "left over from the previous year", "left over from last year",
        "from the previous year", "from last year", "from the year before",
        "carried over from the prior year", "carried in from the previous year", "inherited",
        "rolled over from the previous year", "rolled over from last year",
    ),
    "carried_out": (
        "欠着没答复", "还欠着没答复", "还没答复", "没答复", "没答复的", "没答复完",
        "passed on to next year", "passed on to the next year", "left for next year",
        "left for the next year", "carried to next year", "carried to the next year",
        "left over for next year",
        "转出", "转出的",
        "剩多少没办", "剩几件没办", "期末结转",
        "年末结转", "拖着没办", "压着没办", "压着", "没办的",
        "期末未办结", "年末未办结", "结转下年", "结转下年度",
        "结转到下年", "结转到下年度", "结转至下年", "结转至下年度", "转下年", "转下年度",
        "转到明年", "结转到明年", "结转明年", "转入下年", "转入下年度", "下年继续办理",
        "继续办理", "结转下年度继续办理", "结转下一年", "结转下一年度", "结转到下一年",
        "转到下一年", "结转到下一年度", "转到下年", "留到下年", "留到明年", "留到下一年",
        "拖到明年", "拖到下年", "拖到下一年",
        *(f"要{way}到{year}" for way in ("留", "拖", "转", "结转") for year in
          ("明年", "下年", "下一年", "第二年")),
        "转到下年度", "结转出去", "结转到第二年", "留到第二年", "拖到第二年",
        "转到第二年", "结转第二年", "办不完", "跨年", "积压", "转至下年", "结转下年继续办理",
        "遗留到下年", "转结到下年度", "carried over to the next year",
        "carried over to next year", "carried forward", "carried forward to the next year",
        "carried forward to next year", "left over", "outstanding", "unfinished",
        "carried out to the next year", "rolled over to the next year",
        "rolled over to next year", "rolled over", "carried over into the next year",
        "carried over to the following year", "carried into the next year", "left unfinished",
        "carried over into next year", "still open", "unresolved", "leave unfinished",
        "leave undone", "left undone", "leave open", "left open", "leave outstanding",
        *(f"{but}not yet {done}" for but in ("", "but ")
          for done in ("handled", "processed", "answered")),
        "yet to be handled", "yet to be processed", "yet to be answered",
        "open at the end of", "unresolved at the end of", "unfinished at the end of",
        "left outstanding", "not finished", "still unfinished",
    ),
    # Of applications those that are carried on, of documents those in force.
    "left": ("剩", "剩了", "剩下", "剩下的", "余下", "有剩", "剩没剩", "还剩", "还剩下"),
    "unfinished": (
        *(f"{how}{no}{done}{of}" for how in ("拖着", "压着", "积着", "遗留", "遗留着", "剩着")
          for no in ("没", "没有", "未", "还没") for done in ("办", "办完", "办结", "处理", "答复")
          for of in ("", "的") if how + no + done not in ("拖着没办", "压着没办")),
        *(f"{still}{no}{done}{of}" for still in ("还", "尚", "仍") for no in ("没", "没有", "未")
          for done in ("办", "办完", "办结", "处理完", "办好", "结掉") for of in ("", "的")),
        "没办完", "未办结", "未办完", "没有办完", "没办结", "没办完的", "未办结的",
    ),
}
