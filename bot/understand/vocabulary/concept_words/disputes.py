"""Words for reviews and lawsuits, and how they end."""

# fmt: off

DISPUTES: dict[str, tuple[str, ...]] = {
    "review": (
        "行政复议", "复议", "被复议", "复议案件", "行政复议案件", "复议申请", "提起复议",
        "申请复议", "被行政复议", "告到复议", "提复议", "提过复议", "走复议", "走过复议",
        "复议案", "review", "reviews", "administrative review",
        "administrative reviews", "reconsideration", "reconsiderations",
        "administrative reconsideration", "administrative reconsiderations", "review cases",
    ),
    "suit": (
        "提起诉讼", "被提起诉讼", "被提起行政诉讼", "行政诉讼", "诉讼", "官司", "起诉", "被告",
        "打官司", "被起诉", "告上法庭", "应诉", "诉讼案件", "行政诉讼案件", "被诉", "告到法院",
        "上法庭", "吃官司", "惹官司", "惹上官司", "摊上官司", "吃上官司", "惹过官司", "吃过官司",
        "上过法庭", "官司案", "行政官司", "被人告", "被告上法庭", "被告了", "诉讼案",
        "行政案件", "打了官司", "打过官司", "对簿公堂", "lawsuits against", "suits against",
        "lawsuit",
        "lawsuits", "litigation", "sued", "suit",
        "suits", "court cases", "court case", "administrative lawsuits",
        "administrative litigation", "taken to court", "in court", "legal action",
        "administrative suits", "litigated", "litigations", "administrative lawsuit",
    ),
    "direct": (
        *(f"{skipped}{then}{go}"
          for skipped in ("没复议", "没有复议", "未复议", "不复议", "没经复议", "没经过复议",
                          "未经复议", "不经复议", "没走复议", "跳过复议")
          for then in ("", "就", "而", "就直接", "直接")
          for go in ("起诉", "打官司", "提起诉讼", "诉讼", "告上法庭", "告到法院", "上法院",
                     "去法院告", "到法院告", "去法院告的", "到法院告的", "去法院", "告")
          if skipped + then + go not in ("未经复议直接起诉",)),
        "直接去法院告", "直接到法院告", "直接上法院", "直接告到法院", "直接告上法庭",
        "未经复议直接起诉", "直接起诉", "未经复议", "没经过复议", "不经复议", "没有经过复议",
        "不经过复议", "直接告", "直接打官司", "直接提起诉讼", "直接诉讼", "direct", "directly",
        "without review", "without a review", "without prior review",
        "without going through review", "without an administrative review", "directly filed",
    ),
    "after": (
        *(f"{when}{again}{go}"
          for when in ("复议后", "复议以后", "复议之后", "复议完", "复议过后", "经复议",
                       "经复议后", "经过复议", "先复议", "先复议后", "先复议再", "先复议，",
                       "行政复议后", "行政复议以后", "复议完了")
          for again in ("", "又", "再", "还", "后又", "后再")
          for go in ("起诉", "诉讼", "提起诉讼", "打官司", "提起行政诉讼", "告上法庭", "上法院",
                     "告到法院", "去法院告", "到法院告", "去法院告的", "去法院告的案子",
                     "打的官司", "起诉的", "上诉")),
        "复议之后起诉", "先复议后起诉", "复议后", "after review", "after a review",
        "following review", "after an administrative review", "after reconsideration",
        "after administrative review", "post-review",
    ),
    "upheld": (
        "结果维持", "维持", "维持原判", "维持原决定", "维持的", "被维持", "维持原行为", "upheld",
        "maintained",
        "uphold", "affirmed", "sustained",
    ),
    "corrected": (
        "改正", "改正的",
        "结果纠正", "纠正", "纠错", "被纠正", "被纠错", "corrected", "overturned", "reversed",
        "set right", "correction", "corrections",
    ),
    "lost": (
        "败了", "败", "败的", "判错", "法院判错", "被法院判错", "判输", "被判输",
        "败诉", "纠错", "打输", "输了", "输掉", "输", "败诉案件", "打输了", "lost", "lose",
        "losses", "loss",
    ),
    "won": ("胜诉", "打赢", "赢了", "赢", "打赢了", "won", "win", "wins"),
    "other_result": (
        "其他结果", "其它结果", "other outcome", "other outcomes", "other results",
        "other result",
    ),
    "pending": (
        "没结案", "还没结案", "没有结案", "没结案的",
        "没结", "没结的", "还没结", "没判下来", "还没判下来", "没判", "还没判", "没审完的",
        "没有审完", "没结案", "没结案的", "还没结案", "还没结案的", "尚未结案", "还未结案",
        "尚未审结", "未审结", "没审结", "没审完", "还没审结", "还没审完", "没有审结", "还在审",
        "在审", "未结案", "还未审结", "pending", "undecided", "not yet concluded",
        "not yet decided", "still pending", "awaiting", "not concluded", "ongoing",
    ),
}
