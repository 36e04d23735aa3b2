"""Weather and light that do not come: 연기가 안 났다, 눈이 오지 않았다."""

import re

NOT_COMING = re.compile(
    r"(이|가|은|는|도|조차)? ?((하나도|전혀|조금도|아예) )?"
    r"((안|못) (나[고는지던]|났|뜨[고는지던]|떴|왔|오[고는지던]|불|피|핀|내[리렸])"
    r"|(나|뜨|오|불|피|내리)지(는|도|를|가)? ?않)"
)
"""Behind what is not seen."""
