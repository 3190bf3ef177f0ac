// The sentences of Biao. LL(1) everywhere, expressions included: the generated parser never
// predicts, which a test holds. END is put in from line ends and ';' by the layout step
// (compiler/parse/layout.h); every line owns its END, so that a mistake is mended inside its line.
parser grammar BiaoParser;
options { tokenVocab = BiaoLexer; }
tokens { END }

file : topLine* EOF ;
topLine : (declaration | submission)? END ;

// What stands in { } inside a rule's message.
message : query END EOF ;
// What stands in the quotes of a cell that someone wrote as a text.
cellText : (EQ | comparator)? operand END EOF ;

// ---- declarations: a keyword, a heading, a block ----
declaration
  : USE_KW (path VERSION? | STRING) attributes
  | (FORM_KW | FRAGMENT_KW) path VERSION? formAlias? (EXTENDS_KW path VERSION?)? attributes declarations
  | ACTUALS_KW word title VERSION? (BY date)? attributes block
  | (ADD_KW | REPLACE_KW)? (element | (RULE_KW | SCHEME_KW | BANDS_KW) heading clauses?) ;
title : STRING ;
formAlias : LPAREN path RPAREN ;
element : elementKeyword heading declarations? ;
elementKeyword
  : INCLUDE_KW | SUBJECT_KW | FIELD_KW | FUND_KW | TABLE_KW | COLUMN_KW | COLUMNS_KW | LINE_KW
  | TREE_KW | CATEGORY_KW | LIST_KW | GROUP_KW | SECTION_KW | LAYOUT_KW | PARAMETER_KW | ONE_OF_KW
  | DROP_KW | CHANGE_KW | RENAME_KW | WEIGHTS_KW | NAMES_KW | NORMAL_KW | WORDS_KW
  | DIMENSION_KW | UNIT_KW | CLASS_KW | SCALE_KW | CHOICES_KW | ERA_KW | LIBRARY_KW | WORKSPACE_KW ;
declarations : LBRACE declarationLine* RBRACE ;
declarationLine : (declaration | setting)? END ;

// 名 (english) 必填 : 种类 → 目标 = 组成, 属性…
heading : (declaredName VERSION?)? alias? FLAG_KW* (COLON kind)? (ARROW simple)? definition* attributes ;
// The same led by a name: a category of a tree, a part of a fund, a setting of a form.
setting : settingName alias? FLAG_KW* (COLON kind)? (ARROW simple | comparator? simple (TILDE simple)?)?
  definition* attributes declarations? ;
declaredName : pathWord (DOT word)* | STRING | CODE | PERCENT ;
settingName : (NAME | FLAG_KW | clauseKeyword) (DOT word)* | STRING ;
alias : LPAREN word (COMMA word)* RPAREN ;
kind : oneKind (BAR oneKind)* ;
oneKind : word (LPAREN query (COMMA query)* RPAREN)? ;
// = 甲 + 乙 (exhaustive), 其中 甲 + 乙 (of which); = 优 | 优秀 > 良 (a scale); = 得分 | 0.01元 (readings)
definition : (EQ | OF_WHICH_KW) label? term ((PLUS | MINUS | GT | BAR) term)* ;
term : product | STRING | ELLIPSIS ;
label : LBRACK word RBRACK ;
path : pathWord (DOT word)* ;

// ---- the body of a rule, a scheme, a set of bands ----
clauses : LBRACE clauseLine* RBRACE ;
clauseLine : clause? END ;
clause
  : FOR_KW word (COMMA word)* OVER_KW condition (WHEN_KW condition)?
  | LET_KW word EQ query
  | WHEN_KW condition
  | condition (ARROW query)?
  | comparator sum ARROW query
  | ELSE_KW (ARROW query | texts)
  | UNSETTLED_KW FLAG_KW? texts
  | (AT_KW | SEE_KW | YIELD_KW) query (COMMA query)*
  | (NOTE_KW | SOURCE_KW) texts
  | FIX_KW texts (WHEN_KW condition)?
  | (WRONG_KW | RIGHT_KW) block ;
texts : STRING | (NAME STRING)+ ;

// ---- submissions: every line is one production; the form tells field, fund, category and row apart
submission : NAME item ;
block : LBRACE line* RBRACE ;
line : (word item | date item | STRING row | cells annotations | acceptance)? END ;
item : STRING? ROW_ID? (comparator operand | amount)? equation* cells? annotations block? ;
row : ROW_ID? ((EQ | comparator)? operand equation*)? cells? annotations block? ;
cells : (BAR cell?)+ ;
cell : (EQ | comparator) operand? | operand share? | PERCENT | clauseKeyword ;   // % in a column of units; a column called 说明
comparator : GE | LE | GT | LT | REACH | BY ;
operand : STRING | amount ;
amount : list | range (ALSO comparator? range)* | PER | DIV ;      // a slash alone: not applicable
range : sum (TILDE sum)? ;
list : LBRACK (query (COMMA query)*)? RBRACK ;
// = 财政拨款 20万元 占 80% + 其他资金 (= 甲 2万元 + 乙 3万元); in an equation a name starts a part
equation : (EQ | OF_WHICH_KW) label? part ((PLUS | MINUS) part)* ;
part
  : word (plain ((MUL | DIV) factor)* | MUL factor ((MUL | DIV) factor)* | STRING | PER
         | DIV ((literal | reference) ((MUL | DIV) factor)*)?)? nested? share?
  | plain ((MUL | DIV) factor)* share?
  | ELLIPSIS ;
nested : PARTS label? part ((PLUS | MINUS) part)* RPAREN ;
plain : number | RATIO | ASK | LPAREN condition RPAREN ;
share : SHARE_KW (number | ASK) ;
attributes : (COMMA attribute)* ;
annotations : (COMMA (attribute | acceptance))* ;      // what a line of a submission may add
attribute : word ((EQ | comparator) operand? | operand | PERCENT)? (WHEN_KW condition)? ;
// 接受 B2:成本没有写算符、B202 "理由": findings of these codes in this row, category or submission
acceptance : ACCEPT_KW (reference (ALSO reference)*)? STRING? ;

// ---- expressions ----
query : (FOR_KW word (COMMA word)* OVER_KW)? condition (WHEN_KW condition)? ;
condition : conjunction (OR_KW conjunction)* ;
conjunction : negation (AND_KW negation)* ;
negation : NOT_KW? comparison ;
comparison : comparand ((GE | LE | GT | LT | EQ | NE | REACH | BY | YES_KW | IS_KW | IN_KW | LIKE_KW) comparand)? ;
comparand : sum | STRING | list ;
sum : product ((PLUS | MINUS) product)* ;
product : factor ((MUL | DIV) factor)* ;
factor : MINUS? (literal | reference | LPAREN condition RPAREN) ;  // only brackets recurse, and layout bounds their depth
simple : MINUS? (literal | reference | STRING) ;
literal : number | RATIO | ASK | DATE (DOT word)? | DATE_RANGE | YES_KW | NO_KW | BLANK_KW ;
number : (NUMBER | GROUPED_NUMBER) unit? ;
unit : unitWord ((PER | TIMES_UNIT) unitWord)* ;
unitWord : NAME | PERCENT | elementKeyword ;     // 3组, 5类: a keyword after a number is a counting word
date : DATE | DATE_RANGE ;
reference : (referenceWord | ROLE | CODE)
  (DOT (word | ROLE) | LPAREN (query (COMMA query)*)? RPAREN | LBRACK query RBRACK)* VERSION? ;

// ---- words: which keywords are names, and where ----
referenceWord : NAME | elementKeyword ;
pathWord : NAME | clauseKeyword | elementKeyword ;
word : NAME | FLAG_KW | clauseKeyword | elementKeyword | otherKeyword ;
clauseKeyword
  : FOR_KW | OVER_KW | LET_KW | WHEN_KW | AT_KW | SEE_KW | FIX_KW | YIELD_KW | NOTE_KW | SOURCE_KW
  | WRONG_KW | RIGHT_KW | UNSETTLED_KW ;
otherKeyword
  : USE_KW | FORM_KW | FRAGMENT_KW | EXTENDS_KW | ADD_KW | REPLACE_KW | RULE_KW | SCHEME_KW | BANDS_KW
  | ACTUALS_KW | OF_WHICH_KW ;
