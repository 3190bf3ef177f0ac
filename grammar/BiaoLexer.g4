// The words of Biao. Every keyword has a Chinese and an English spelling, every mark a half-width
// and a full-width one. No modes, no actions, no predicates: the token set is regular, so that
// another lexer can be proved equal to this one.
lexer grammar BiaoLexer;

// ---- declarations ----
// Each of these is an ordinary name inside a submission and an ordinary counting word after a
// number (3组, 5项, 2类): see `word` in the parser.
USE_KW       : '使用' | 'use' ;
FORM_KW      : '表单' | 'form' ;
FRAGMENT_KW  : '片段' | 'fragment' ;
EXTENDS_KW   : '继承' | 'extends' ;
INCLUDE_KW   : '包含' | 'include' ;
SUBJECT_KW   : '主体' | 'subject' ;
FIELD_KW     : '字段' | 'field' ;
FUND_KW      : '资金' | 'fund' ;
TABLE_KW     : '表' | 'table' ;
COLUMN_KW    : '列' | 'column' ;
COLUMNS_KW   : '列组' | 'columns' ;
LINE_KW      : '行' | 'line' ;
TREE_KW      : '指标' | 'indicators' ;
CATEGORY_KW  : '类' | 'category' ;
LIST_KW      : '清单' | 'list' ;
GROUP_KW     : '组' | 'group' ;
SECTION_KW   : '节' | 'section' ;
LAYOUT_KW    : '版式' | 'layout' ;
PARAMETER_KW : '参数' | 'parameter' ;
ONE_OF_KW    : '至少一' | 'at_least_one' ;
DROP_KW      : '删' | 'drop' ;
CHANGE_KW    : '改' | 'change' ;
RENAME_KW    : '改名' | 'rename' ;
ADD_KW       : '增' | 'add' ;
REPLACE_KW   : '换' | 'replace' ;
RULE_KW      : '规则' | 'rule' ;
SCHEME_KW    : '评分法' | 'scheme' ;
BANDS_KW     : '分段' | 'bands' ;
WEIGHTS_KW   : '权重' | 'weights' ;
NAMES_KW     : '名称' | 'names' ;
NORMAL_KW    : '归一' | 'normalize' ;
WORDS_KW     : '词表' | 'words' ;
DIMENSION_KW : '量纲' | 'dimension' ;
UNIT_KW      : '计量' | 'unit' ;
CLASS_KW     : '计量类' | 'class' ;
SCALE_KW     : '量表' | 'scale' ;
CHOICES_KW   : '选项' | 'choices' ;
ERA_KW       : '时代' | 'era' ;
LIBRARY_KW   : '指标库' | 'library' ;
WORKSPACE_KW : '工作区' | 'workspace' ;
ACTUALS_KW   : '实绩' | 'actuals' ;

// ---- what may stand after a declared name ----
FLAG_KW
  : '必填' | 'required' | '选填' | 'optional' | '硬性' | 'hard'
  | '强制' | 'error' | '提示' | 'warning' | '知悉' | 'info' ;

// ---- the clauses of a rule, a scheme, a set of bands ----
FOR_KW     : '对' | 'for' ;
OVER_KW    : '于' | 'over' ;
LET_KW     : '令' | 'let' ;
WHEN_KW    : '当' | 'when' ;
AT_KW      : '位置' | 'at' ;
SEE_KW     : '参见' | 'see' ;
FIX_KW     : '改为' | 'fix' ;
YIELD_KW   : '让位' | 'yields' | '压过' | 'overrides' ;
NOTE_KW    : '说明' | 'note' | '缘由' | 'why' | '改法' | 'remedy' ;
SOURCE_KW  : '来源' | 'source' ;
WRONG_KW   : '反例' | 'wrong' ;
RIGHT_KW   : '正例' | 'right' ;
UNSETTLED_KW : '未定' | 'undetermined' ;

// ---- words that are never names ----
ELSE_KW  : '否则' | 'else' ;
AND_KW   : '且' | 'and' ;
OR_KW    : '或' | 'or' ;
NOT_KW   : '非' | 'not' ;
IN_KW    : '属于' | 'in' | '⊆' ;
LIKE_KW  : '匹配' | 'like' ;
SHARE_KW : '占' | 'share' ;
BLANK_KW : '空' | 'blank' ;
YES_KW   : '是' | 'yes' ;              // also "is", between two things
IS_KW    : 'is' ;
NO_KW    : '否' | 'no' ;
OF_WHICH_KW : '其中' | 'of_which' ;
ACCEPT_KW   : '接受' | 'accept' ;

// ---- comparison ----
GE : '≥' | '>=' | '＞＝' | '≧' | '⩾' | '不低于' | '不少于' | '不小于' | '大于等于' | '大于或等于' | '至少' | 'at_least' ;
LE : '≤' | '<=' | '＜＝' | '≦' | '⩽' | '不高于' | '不超过' | '不多于' | '不大于' | '小于等于' | '小于或等于' | '至多' | 'at_most' ;
GT : '>' | '＞' | '超过' | '高于' | '大于' | '多于' | 'more_than' ;
LT : '<' | '＜' | '低于' | '少于' | '小于' | 'less_than' ;
EQ : '=' | '＝' | '等于' | 'equals' ;
NE : '≠' | '!=' | '！＝' ;
REACH : '达到' | '达' | 'reach' ;
BY : '截至' | '不晚于' | 'by' ;

// ---- marks ----
PARTS  : [(（] [ \t\u3000]* [=＝] ;     // (= 中央 60 + 地方 30): the parts of a part
LBRACE : '{' | '｛' ;
RBRACE : '}' | '｝' ;
LPAREN : '(' | '（' ;
RPAREN : ')' | '）' ;
LBRACK : '[' | '［' | '【' ;
RBRACK : ']' | '］' | '】' ;
COMMA : ',' | '，' ;
COLON : ':' | '：' ;
SEMI  : ';' | '；' ;
ALSO  : '、' | '&' | '＆' ;              // several quantities of one target
DOT   : '.' | '．' ;
PLUS  : '+' | '＋' ;
MINUS : '-' | '－' | '−' ;
MUL   : '×' | '*' | '＊' ;
DIV   : '÷' | [ \t\u3000]+ [/／] [ \t\u3000]+ ;   // a slash between spaces divides
PER   : '/' | '／' ;                               // a slash that touches a word says "per"
TIMES_UNIT : '·' | '・' ;
TILDE : '~' | '～' | '〜' ;
BAR   : '|' | '｜' ;
ASK   : '?' | '？' ;
ARROW : '→' | '->' | '⇒' | '=>' ;
ELLIPSIS : '……' | '…' | '...' ;
PERCENT : '%' | '％' | '‰' ;

VERSION : [@＠] D (D | LETTER)* ([.．] (D | LETTER)+)* ;
ROLE    : [@＠] (HAN | LATIN)+ ;
ROW_ID  : [#＃] (D | LETTER | UNDERSCORE | HAN) (D | LETTER | UNDERSCORE | DASH | HAN)* ;
CODE    : [BＢ] D [:：] (HAN | LATIN)+ ([.．] (HAN | LATIN)+)* ;   // B3:国家.成本不超预算

// ---- calendar: a point, a range or a deadline; never a duration (10个月, 5年, 3个季度) ----
DATE_RANGE
  : (POINT | MON | YEAR_DIGITS SP '年' SP MON) SP TO SP POINT
  | YEAR_DIGITS SP TO SP YEAR_DIGITS SP '年' '度'? EDGE?
  | YEAR_DIGITS [.．] MON2 SP TO SP YEAR_DIGITS [.．] MON2
  | ISO SP TO SP ISO
  | EN_POINT SP [-~－～] SP EN_POINT ;
DATE
  : EVERY? POINT DEADLINE?
  | '每月' SP DAY DEADLINE?
  | '每季度' EDGE DEADLINE?
  | ISO DEADLINE?
  | 'yearly_'? EN_POINT ;
fragment EVERY : '每年' SP ;
fragment POINT
  : YEAR_DIGITS SP '年' '度'? (SP MONTH | EDGE | SP '第'? QUARTER | '上半年' | '下半年')?
  | MONTH
  | '第' QUARTER ;
fragment QUARTER : [1-4一二三四１-４] '季度' EDGE? ;
fragment MONTH : MON SP '月' '份'? (EDGE | '上旬' | '中旬' | '下旬' | SP DAY)? ;
fragment DAY : D D? SP '日' ;
fragment ISO : YEAR_DIGITS DASH MON2 (DASH D D)? ;
fragment DASH : '-' | '－' ;
fragment EDGE : '底' | '末' | '初' ;
fragment DEADLINE : '前' | '之前' | '以前' ;
fragment TO : '-' | '—' | '－' | '~' | '～' | '至' | '到' ;
fragment MON : [1-9１-９] | [0０] [1-9１-９] | [1１] [0-2０-２] ;
fragment MON2 : [0０] [1-9１-９] | [1１] [0-2０-２] ;
fragment YEAR_DIGITS : ([1１] [9９] | [2２] [0０]) D D ;
fragment EN_POINT : ('end_of_' | 'start_of_')? (EN_MONTH | 'Q' [1-4] | 'FY' YEAR_DIGITS) ;
fragment EN_MONTH
  : 'Jan' | 'Feb' | 'Mar' | 'Apr' | 'May' | 'Jun' | 'Jul' | 'Aug' | 'Sep' | 'Oct' | 'Nov' | 'Dec' ;
fragment SP : [ \u3000]? ;
fragment D : [0-9０-９] ;

RATIO  : D+ [:：] D+ ;                               // 1:3
NUMBER : D+ ([.．] D+)? ;
GROUPED_NUMBER : D D? D? ([,，] D D D)+ ([.．] D+)? ; // 1,000: understood, and remarked on

// Digits end a Chinese word, so 不低于95% and 达90% need no space; a Latin word may hold digits.
NAME : (HAN | LATIN)+ ;
fragment HAN : [\p{Script=Han}\u33A0-\u33DF℃°²³Ω℉] ;
fragment LATIN : (LETTER | UNDERSCORE) (LETTER | UNDERSCORE | D)* ;
fragment UNDERSCORE : '_' | '＿' ;
fragment LETTER : [A-Za-zＡ-Ｚａ-ｚ] ;

STRING
  : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"'
  | '“' (~[“”\r\n] | '“' ~[“”\r\n]* '”')* '”' ;     // one level inside: “三公”经费
// Quotes the wrong way round, or lost: understood, and said. A lost quote costs one line.
ODD_STRING : ('”' ~[“”\r\n]* [“”] | '“' ~[“”"\r\n]* '"') -> type(STRING) ;
OPEN_STRING : ('"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? | '“' ~[”\r\n]*) -> type(STRING) ;

COMMENT : ('//' | '／／') ~[\r\n]* -> channel(HIDDEN) ;
NL : '\r'? '\n' | '\r' ;
WS : [ \t\u3000\u00A0\uFEFF]+ -> skip ;
STRAY : . ;
