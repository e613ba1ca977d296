/* Made by `npm run gen` from the schema of programs: ajv, compiled ahead. */
var nt=K,ot=K,et={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://jamjet.dev/schemas/program/v1.json",
title:"JamJet program",description:"A compiled workflow: what `jamjet compile` writes and `jamjet run` takes.",type:"obj\
ect",additionalProperties:!1,required:["format","hash","workflow","state","inputs","start","ops","code","env","recorded_\
env","requires","settings","debug"],properties:{format:{description:"The format; another number is refused.",const:1},hash:{
description:"SHA-256 of the canonical JSON (RFC 8785) of everything but `hash` and `debug`.",type:"string",pattern:"^[0-\
9a-f]{64}$"},workflow:{description:"The workflow's name and version.",type:"object",additionalProperties:!1,required:["i\
d","version"],properties:{id:{type:"string"},version:{type:"string"},name:{type:"string"},description:{type:"string"},labels:{
type:"object",additionalProperties:{type:"string"}}}},state:{description:"The declared state by key.",type:"object",additionalProperties:{
type:"object",additionalProperties:!1,required:["type"],properties:{type:{$ref:"#/$defs/type"},schema:{},default:{}}}},inputs:{
description:"What a caller may or must give.",type:"array",items:{type:"object",additionalProperties:!1,required:["key",
"required"],properties:{key:{type:"string"},required:{type:"boolean"}}}},start:{description:"The slot of the first op.",
type:"integer",minimum:0},ops:{description:"The nodes, in the order of their slots.",type:"array",minItems:1,items:{$ref:"\
#/$defs/op"}},code:{description:"Expressions and templates; equal ones stand here once.",type:"array",items:{$ref:"#/$de\
fs/expression"}},env:{description:"Environment names that any code reads.",type:"array",items:{type:"string"}},recorded_env:{
description:"Those whose values are recorded when an execution starts.",type:"array",items:{type:"string"}},requires:{description:"\
What the runtime must be able to do.",type:"array",items:{type:"object",additionalProperties:!1,required:["feature","by"],
properties:{feature:{enum:["parallel","wait","human_approval","policy","subgraph","token_budget","cost_budget","on_budge\
t_exceeded","data_policy","oauth","federation","continue_as_new","workflow_timeout","effect_once","model_tools","output_\
schema","output_to_state","model_retry","policy_file","secret_backends","lint_severities","raised_limits"]},by:{type:"st\
ring"}}}},settings:{description:"Header settings that the runtime enforces as a whole.",type:"object"},debug:{description:"\
Where things are written; never part of the hash.",type:"object",additionalProperties:!1,required:["uri","nodes","code"],
properties:{uri:{type:"string"},nodes:{type:"array",items:{type:"array",prefixItems:[{type:"integer",minimum:0},{type:"i\
nteger",minimum:0},{type:"integer",minimum:0}],minItems:3,maxItems:3}},code:{type:"array",items:{anyOf:[{type:"array",prefixItems:[
{type:"string"},{type:"integer",minimum:0},{type:"integer",minimum:0}],minItems:3,maxItems:3},{type:"array",prefixItems:[
{type:"string"},{type:"integer",minimum:0},{type:"integer",minimum:0},{type:"string"}],minItems:4,maxItems:4}]}},inputs:{
type:"array",items:{anyOf:[{type:"array",prefixItems:[{type:"integer",minimum:0}],minItems:1,maxItems:1},{type:"array",prefixItems:[
{type:"integer",minimum:0},{type:"string"}],minItems:2,maxItems:2}]}}}}},$defs:{op:{type:"object",required:["op"],properties:{
op:{enum:["call","judge","choose","fork","join","suspend","halt"]}},allOf:[{if:{required:["op"],properties:{op:{const:"c\
all"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","retry","timeout_ms","on_error",
"writes","next","op","effect","fields","append_feedback"],properties:{node:{type:"string"},kind:{enum:["model","tool","h\
ttp","branch","parallel","join","wait","human_approval","eval","subgraph","end"]},description:{type:"string"},labels:{type:"\
object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},retry:{anyOf:[{type:"object",additionalProperties:!1,
required:["max_attempts","backoff","delay_ms","max_delay_ms","jitter"],properties:{max_attempts:{type:"integer",minimum:1},
backoff:{enum:["constant","linear","exponential"]},delay_ms:{type:"integer",minimum:0},max_delay_ms:{type:"integer",minimum:0},
jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[{enum:["timeout","rate_limited","model_overloaded","server_error",
"io_error","connection_reset","tool_error","http_status","state_type_mismatch","output_invalid","expression_error","no_b\
ranch_matched","policy_denied","approval_required","approval_rejected","budget_exceeded","eval_failed","capability_misma\
tch","delegate_unreachable","trust_crossing_denied","verification_failed","partial_completion","scope_narrowing_failed",
"tool_drift","output_limit","guard_refused","missing_secret","node_failed","uncertain","cancelled","workflow_timeout","l\
imit_exceeded","not_configured","reply_missing"]},{type:"integer"}]}}}},{type:"null"}]},timeout_ms:{anyOf:[{type:"intege\
r",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},
writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{key:{type:"string"},part:{
type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"call"},effect:{enum:["read","idempotent",
"once"]},fields:{type:"object"},append_feedback:{type:"boolean"}}}},{if:{required:["op"],properties:{op:{const:"judge"}}},
then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","retry","timeout_ms","on_error","writes",
"next","op","subject","fields","on_fail","max_retries","escalate"],properties:{node:{type:"string"},kind:{enum:["model",
"tool","http","branch","parallel","join","wait","human_approval","eval","subgraph","end"]},description:{type:"string"},labels:{
type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},retry:{anyOf:[{type:"object",additionalProperties:!1,
required:["max_attempts","backoff","delay_ms","max_delay_ms","jitter"],properties:{max_attempts:{type:"integer",minimum:1},
backoff:{enum:["constant","linear","exponential"]},delay_ms:{type:"integer",minimum:0},max_delay_ms:{type:"integer",minimum:0},
jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[{enum:["timeout","rate_limited","model_overloaded","server_error",
"io_error","connection_reset","tool_error","http_status","state_type_mismatch","output_invalid","expression_error","no_b\
ranch_matched","policy_denied","approval_required","approval_rejected","budget_exceeded","eval_failed","capability_misma\
tch","delegate_unreachable","trust_crossing_denied","verification_failed","partial_completion","scope_narrowing_failed",
"tool_drift","output_limit","guard_refused","missing_secret","node_failed","uncertain","cancelled","workflow_timeout","l\
imit_exceeded","not_configured","reply_missing"]},{type:"integer"}]}}}},{type:"null"}]},timeout_ms:{anyOf:[{type:"intege\
r",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},
writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{key:{type:"string"},part:{
type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"judge"},subject:{description:"Index of \
an op.",type:"integer",minimum:0},fields:{type:"object"},on_fail:{enum:["retry_with_feedback","escalate","halt","log_and\
_continue"]},max_retries:{type:"integer",minimum:0},escalate:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},
{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"choose"}}},then:{type:"object",additionalProperties:!1,required:[
"node","kind","max_visits","op","route"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","pa\
rallel","join","wait","human_approval","eval","subgraph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{
type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"choose"},route:{$ref:"#/$defs/route"}}}},{if:{required:[
"op"],properties:{op:{const:"fork"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","\
op","branches","join"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wa\
it","human_approval","eval","subgraph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"\
string"}},max_visits:{type:"integer",minimum:1},op:{const:"fork"},branches:{type:"array",items:{description:"Index of an\
 op.",type:"integer",minimum:0}},join:{description:"Index of an op.",type:"integer",minimum:0}}}},{if:{required:["op"],properties:{
op:{const:"join"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","writes","next","op",
"wait_for","merge"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait",
"human_approval","eval","subgraph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"\
string"}},max_visits:{type:"integer",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:[
"key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"\
join"},wait_for:{type:"array",items:{description:"Index of an op.",type:"integer",minimum:0}},merge:{anyOf:[{enum:["last\
_writer","collect","first"]},{type:"object",additionalProperties:!1,required:["module","function"],properties:{module:{type:"\
string"},function:{type:"string"}}}]}}}},{if:{required:["op"],properties:{op:{const:"suspend"}}},then:{type:"object",additionalProperties:!1,
required:["node","kind","max_visits","writes","next","op","until","fields","timeout_ms","on_timeout","on_rejected"],properties:{
node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","subgra\
ph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"in\
teger",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{key:{type:"\
string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"suspend"},until:{enum:["\
event","approval"]},fields:{type:"object"},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_timeout:{anyOf:[
{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},on_rejected:{anyOf:[{description:"Index of an o\
p.",type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"halt"}}},then:{type:"object",
additionalProperties:!1,required:["node","kind","max_visits","op","status"],properties:{node:{type:"string"},kind:{enum:[
"model","tool","http","branch","parallel","join","wait","human_approval","eval","subgraph","end"]},description:{type:"st\
ring"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"halt"},
status:{enum:["completed","failed"]}}}}]},type:{type:"object",required:["kind"],properties:{kind:{enum:["any","never","n\
ull","bool","int","float","str","literal","list","dict","record","union"]}},allOf:[{if:{required:["kind"],properties:{kind:{
const:"any"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{const:"any"}}}},{if:{required:[
"kind"],properties:{kind:{const:"never"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{
const:"never"}}}},{if:{required:["kind"],properties:{kind:{const:"null"}}},then:{type:"object",additionalProperties:!1,required:[
"kind"],properties:{kind:{const:"null"}}}},{if:{required:["kind"],properties:{kind:{const:"bool"}}},then:{type:"object",
additionalProperties:!1,required:["kind"],properties:{kind:{const:"bool"}}}},{if:{required:["kind"],properties:{kind:{const:"\
int"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{const:"int"}}}},{if:{required:["\
kind"],properties:{kind:{const:"float"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{
const:"float"}}}},{if:{required:["kind"],properties:{kind:{const:"str"}}},then:{type:"object",additionalProperties:!1,required:[
"kind"],properties:{kind:{const:"str"}}}},{if:{required:["kind"],properties:{kind:{const:"literal"}}},then:{type:"object",
additionalProperties:!1,required:["kind","value"],properties:{kind:{const:"literal"},value:{type:["string","number","boo\
lean"]}}}},{if:{required:["kind"],properties:{kind:{const:"list"}}},then:{type:"object",additionalProperties:!1,required:[
"kind","of"],properties:{kind:{const:"list"},of:{$ref:"#/$defs/type"}}}},{if:{required:["kind"],properties:{kind:{const:"\
dict"}}},then:{type:"object",additionalProperties:!1,required:["kind","of"],properties:{kind:{const:"dict"},of:{$ref:"#/\
$defs/type"}}}},{if:{required:["kind"],properties:{kind:{const:"record"}}},then:{type:"object",additionalProperties:!1,required:[
"kind","open","fields"],properties:{kind:{const:"record"},open:{type:"boolean"},fields:{type:"object",additionalProperties:{
type:"object",additionalProperties:!1,required:["type"],properties:{type:{$ref:"#/$defs/type"},optional:{const:!0}}}}}}},
{if:{required:["kind"],properties:{kind:{const:"union"}}},then:{type:"object",additionalProperties:!1,required:["kind","\
of"],properties:{kind:{const:"union"},of:{type:"array",items:{$ref:"#/$defs/type"}}}}}]},route:{type:"object",additionalProperties:!1,
required:["cases","otherwise"],properties:{cases:{type:"array",items:{type:"object",additionalProperties:!1,required:["w\
hen","to"],properties:{when:{description:"Index of a piece of code.",type:"integer",minimum:0},to:{description:"Index of\
 an op.",type:"integer",minimum:0}}}},otherwise:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"\
null"}]}}},expression:{type:"object",required:["op"],properties:{op:{enum:["lit","root","local","get","index","slice","n\
ot","negate","and","or","if","compare","is","arithmetic","list","dict","call","method","filter","comprehension","text"]}},
allOf:[{if:{required:["op"],properties:{op:{const:"lit"}}},then:{type:"object",additionalProperties:!1,required:["op","v\
alue"],properties:{op:{const:"lit"},value:{}}}},{if:{required:["op"],properties:{op:{const:"root"}}},then:{type:"object",
additionalProperties:!1,required:["op","name"],properties:{op:{const:"root"},name:{enum:["state","env","output","executi\
on","node","event","error","feedback"]}}}},{if:{required:["op"],properties:{op:{const:"local"}}},then:{type:"object",additionalProperties:!1,
required:["op","name"],properties:{op:{const:"local"},name:{type:"string"}}}},{if:{required:["op"],properties:{op:{const:"\
get"}}},then:{type:"object",additionalProperties:!1,required:["op","of","key"],properties:{op:{const:"get"},of:{$ref:"#/\
$defs/expression"},key:{type:"string"}}}},{if:{required:["op"],properties:{op:{const:"index"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","at"],properties:{op:{const:"index"},of:{$ref:"#/$defs/expression"},at:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"slice"}}},then:{type:"object",additionalProperties:!1,required:["op","of"],properties:{
op:{const:"slice"},of:{$ref:"#/$defs/expression"},from:{$ref:"#/$defs/expression"},to:{$ref:"#/$defs/expression"},step:{
$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"not"}}},then:{type:"object",additionalProperties:!1,
required:["op","of"],properties:{op:{const:"not"},of:{$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{
const:"negate"}}},then:{type:"object",additionalProperties:!1,required:["op","of"],properties:{op:{const:"negate"},of:{$ref:"\
#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"and"}}},then:{type:"object",additionalProperties:!1,
required:["op","left","right"],properties:{op:{enum:["and","or"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/\
expression"}}}},{if:{required:["op"],properties:{op:{const:"or"}}},then:{type:"object",additionalProperties:!1,required:[
"op","left","right"],properties:{op:{enum:["and","or"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"if"}}},then:{type:"object",additionalProperties:!1,required:["op","test","th\
en","else"],properties:{op:{const:"if"},test:{$ref:"#/$defs/expression"},then:{$ref:"#/$defs/expression"},else:{$ref:"#/\
$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"compare"}}},then:{type:"object",additionalProperties:!1,
required:["op","first","links"],properties:{op:{const:"compare"},first:{$ref:"#/$defs/expression"},links:{type:"array",items:{
type:"object",additionalProperties:!1,required:["cmp","to"],properties:{cmp:{enum:["==","!=","<","<=",">",">=","in","not\
 in"]},to:{$ref:"#/$defs/expression"}}}}}}},{if:{required:["op"],properties:{op:{const:"is"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","test","args","negated"],properties:{op:{const:"is"},of:{$ref:"#/$defs/expression"},test:{enum:["def\
ined","undefined","none","true","false","boolean","number","integer","float","string","mapping","sequence","iterable","e\
ven","odd","divisibleby","lower","upper","in","eq","equalto","sameas","ne","lt","lessthan","le","gt","greaterthan","ge"]},
args:{type:"array",items:{$ref:"#/$defs/expression"}},negated:{type:"boolean"}}}},{if:{required:["op"],properties:{op:{const:"\
arithmetic"}}},then:{type:"object",additionalProperties:!1,required:["op","fn","left","right"],properties:{op:{const:"ar\
ithmetic"},fn:{enum:["+","-","*","/","//","%","**"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"list"}}},then:{type:"object",additionalProperties:!1,required:["op","items"],
properties:{op:{const:"list"},items:{type:"array",items:{$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{
op:{const:"dict"}}},then:{type:"object",additionalProperties:!1,required:["op","entries"],properties:{op:{const:"dict"},
entries:{type:"array",items:{type:"array",items:{$ref:"#/$defs/expression"},minItems:2,maxItems:2}}}}},{if:{required:["o\
p"],properties:{op:{const:"call"}}},then:{type:"object",additionalProperties:!1,required:["op","fn","args"],properties:{
op:{const:"call"},fn:{enum:["len","str","int","float","bool","abs","min","max","sum","any","all","round","sorted","list",
"dict","range","enumerate","zip"]},args:{type:"array",items:{$ref:"#/$defs/expression"}},named:{type:"object",additionalProperties:{
$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{op:{const:"method"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","name","args"],properties:{op:{const:"method"},of:{$ref:"#/$defs/expression"},name:{enum:["upper","l\
ower","title","capitalize","strip","lstrip","rstrip","split","rsplit","splitlines","startswith","endswith","replace","fi\
nd","join","count","index","keys","values","items","get"]},args:{type:"array",items:{$ref:"#/$defs/expression"}}}}},{if:{
required:["op"],properties:{op:{const:"filter"}}},then:{type:"object",additionalProperties:!1,required:["op","of","name",
"args","named"],properties:{op:{const:"filter"},of:{$ref:"#/$defs/expression"},name:{enum:["join","upper","lower","title",
"capitalize","trim","replace","truncate","default","length","first","last","reverse","sort","unique","round","abs","int",
"float","string","list","tojson","dump","indent","wordcount","striptags","urlencode","escape","map","select","reject","s\
electattr","rejectattr","groupby","batch","slice","sum","min","max","items"]},args:{type:"array",items:{$ref:"#/$defs/ex\
pression"}},named:{type:"object",additionalProperties:{$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{op:{
const:"comprehension"}}},then:{type:"object",additionalProperties:!1,required:["op","body","clauses"],properties:{op:{const:"\
comprehension"},body:{$ref:"#/$defs/expression"},clauses:{type:"array",items:{type:"object",additionalProperties:!1,required:[
"names","in","if"],properties:{names:{type:"array",items:{type:"string"}},in:{$ref:"#/$defs/expression"},if:{type:"array",
items:{$ref:"#/$defs/expression"}}}}},lazy:{const:!0}}}},{if:{required:["op"],properties:{op:{const:"text"}}},then:{type:"\
object",additionalProperties:!1,required:["op","parts"],properties:{op:{const:"text"},parts:{type:"array",items:{$ref:"#\
/$defs/part"}}}}}]},part:{type:"object",required:["part"],properties:{part:{enum:["text","out","if","for","set"]}},allOf:[
{if:{required:["part"],properties:{part:{const:"text"}}},then:{type:"object",additionalProperties:!1,required:["part","t\
ext"],properties:{part:{const:"text"},text:{type:"string"}}}},{if:{required:["part"],properties:{part:{const:"out"}}},then:{
type:"object",additionalProperties:!1,required:["part","of"],properties:{part:{const:"out"},of:{$ref:"#/$defs/expression"}}}},
{if:{required:["part"],properties:{part:{const:"if"}}},then:{type:"object",additionalProperties:!1,required:["part","arm\
s","else"],properties:{part:{const:"if"},arms:{type:"array",items:{type:"object",additionalProperties:!1,required:["when",
"body"],properties:{when:{$ref:"#/$defs/expression"},body:{type:"array",items:{$ref:"#/$defs/part"}}}}},else:{type:"arra\
y",items:{$ref:"#/$defs/part"}}}}},{if:{required:["part"],properties:{part:{const:"for"}}},then:{type:"object",additionalProperties:!1,
required:["part","names","in","body","else"],properties:{part:{const:"for"},names:{type:"array",items:{type:"string"}},in:{
$ref:"#/$defs/expression"},if:{$ref:"#/$defs/expression"},body:{type:"array",items:{$ref:"#/$defs/part"}},else:{type:"ar\
ray",items:{$ref:"#/$defs/part"}}}}},{if:{required:["part"],properties:{part:{const:"set"}}},then:{type:"object",additionalProperties:!1,
required:["part","name","to"],properties:{part:{const:"set"},name:{type:"string"},to:{$ref:"#/$defs/expression"}}}}]}}},
Cs=Object.prototype.hasOwnProperty,it=new RegExp("^[0-9a-f]{64}$","u"),rt={type:"object",required:["kind"],properties:{kind:{
enum:["any","never","null","bool","int","float","str","literal","list","dict","record","union"]}},allOf:[{if:{required:[
"kind"],properties:{kind:{const:"any"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{
const:"any"}}}},{if:{required:["kind"],properties:{kind:{const:"never"}}},then:{type:"object",additionalProperties:!1,required:[
"kind"],properties:{kind:{const:"never"}}}},{if:{required:["kind"],properties:{kind:{const:"null"}}},then:{type:"object",
additionalProperties:!1,required:["kind"],properties:{kind:{const:"null"}}}},{if:{required:["kind"],properties:{kind:{const:"\
bool"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{const:"bool"}}}},{if:{required:[
"kind"],properties:{kind:{const:"int"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{
const:"int"}}}},{if:{required:["kind"],properties:{kind:{const:"float"}}},then:{type:"object",additionalProperties:!1,required:[
"kind"],properties:{kind:{const:"float"}}}},{if:{required:["kind"],properties:{kind:{const:"str"}}},then:{type:"object",
additionalProperties:!1,required:["kind"],properties:{kind:{const:"str"}}}},{if:{required:["kind"],properties:{kind:{const:"\
literal"}}},then:{type:"object",additionalProperties:!1,required:["kind","value"],properties:{kind:{const:"literal"},value:{
type:["string","number","boolean"]}}}},{if:{required:["kind"],properties:{kind:{const:"list"}}},then:{type:"object",additionalProperties:!1,
required:["kind","of"],properties:{kind:{const:"list"},of:{$ref:"#/$defs/type"}}}},{if:{required:["kind"],properties:{kind:{
const:"dict"}}},then:{type:"object",additionalProperties:!1,required:["kind","of"],properties:{kind:{const:"dict"},of:{$ref:"\
#/$defs/type"}}}},{if:{required:["kind"],properties:{kind:{const:"record"}}},then:{type:"object",additionalProperties:!1,
required:["kind","open","fields"],properties:{kind:{const:"record"},open:{type:"boolean"},fields:{type:"object",additionalProperties:{
type:"object",additionalProperties:!1,required:["type"],properties:{type:{$ref:"#/$defs/type"},optional:{const:!0}}}}}}},
{if:{required:["kind"],properties:{kind:{const:"union"}}},then:{type:"object",additionalProperties:!1,required:["kind","\
of"],properties:{kind:{const:"union"},of:{type:"array",items:{$ref:"#/$defs/type"}}}}}]},Kr={validate:q};function q(s,{instancePath:t="",
parentData:Js,parentDataProperty:Ws,rootData:E=s,dynamicAnchors:J={}}={}){let r=null,e=0,xe=q.evaluated;xe.dynamicProps&&
(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let re=e,je=e,Xe=!0,Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let R;if(s.kind===void 0&&(R="kind")){let X={};r===null?r=[X]:r.push(X),e++}else if(s.kind!==void 0&&s.kind!=="any"){let X={};
r===null?r=[X]:r.push(X),e++}}var Qe=Or===e;if(e=je,r!==null&&(je?r.length=je:r=null),Qe){let R=e;if(e===R)if(s&&typeof s==
"object"&&!Array.isArray(s)){let be;if(s.kind===void 0&&(be="kind"))return q.errors=[{instancePath:t,schemaPath:"#/allOf\
/0/then/required",keyword:"required",params:{missingProperty:be},message:"must have required property '"+be+"'"}],!1;{let Z=e;
for(let ce in s)if(ce!=="kind"){return q.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:ce},message:"must NOT have additional properties"}],!1;break}if(Z===e&&
s.kind!==void 0&&s.kind!=="any")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/0/then/properties/kind/cons\
t",keyword:"const",params:{allowedValue:"any"},message:"must be equal to constant"}],!1}}else return q.errors=[{instancePath:t,
schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Qe=R===e;if(Xe=
Qe,Xe)var i=!0}if(!Xe){let R={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[R]:r.push(R),e++,q.errors=r,!1}var m=re===e;if(m){let R=e,X=e,be=!0,Z=e;if(s&&
typeof s=="object"&&!Array.isArray(s)){let B;if(s.kind===void 0&&(B="kind")){let P={};r===null?r=[P]:r.push(P),e++}else if(s.
kind!==void 0&&s.kind!=="never"){let P={};r===null?r=[P]:r.push(P),e++}}var me=Z===e;if(e=X,r!==null&&(X?r.length=X:r=null),
me){let B=e;if(e===B)if(s&&typeof s=="object"&&!Array.isArray(s)){let k;if(s.kind===void 0&&(k="kind"))return q.errors=[
{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty:k},message:"must have re\
quired property '"+k+"'"}],!1;{let Q=e;for(let N in s)if(N!=="kind"){return q.errors=[{instancePath:t,schemaPath:"#/allO\
f/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:N},message:"must NOT have addit\
ional properties"}],!1;break}if(Q===e&&s.kind!==void 0&&s.kind!=="never")return q.errors=[{instancePath:t+"/kind",schemaPath:"\
#/allOf/1/then/properties/kind/const",keyword:"const",params:{allowedValue:"never"},message:"must be equal to constant"}],
!1}}else return q.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var me=B===e;if(be=me,be)var Ge=!0}if(!be){let B={instancePath:t,schemaPath:"#/allOf/1/if",keyword:"\
if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[B]:r.push(B),e++,q.errors=r,!1}
var m=R===e;if(m){i!==!0&&Ge!==void 0&&(Ge===!0?i=!0:(i=i||{},Object.assign(i,Ge)));let B=e,P=e,k=!0,Q=e;if(s&&typeof s==
"object"&&!Array.isArray(s)){let T;if(s.kind===void 0&&(T="kind")){let Le={};r===null?r=[Le]:r.push(Le),e++}else if(s.kind!==
void 0&&s.kind!=="null"){let Le={};r===null?r=[Le]:r.push(Le),e++}}var Pe=Q===e;if(e=P,r!==null&&(P?r.length=P:r=null),Pe){
let T=e;if(e===T)if(s&&typeof s=="object"&&!Array.isArray(s)){let Fe;if(s.kind===void 0&&(Fe="kind"))return q.errors=[{instancePath:t,
schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:Fe},message:"must have required property\
 '"+Fe+"'"}],!1;{let Ne=e;for(let we in s)if(we!=="kind"){return q.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:we},message:"must NOT have additional prop\
erties"}],!1;break}if(Ne===e&&s.kind!==void 0&&s.kind!=="null")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/al\
lOf/2/then/properties/kind/const",keyword:"const",params:{allowedValue:"null"},message:"must be equal to constant"}],!1}}else
return q.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Pe=T===e;if(k=Pe,k)var Ie=!0}if(!k){let T={instancePath:t,schemaPath:"#/allOf/2/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[T]:r.push(T),e++,q.errors=r,!1}var m=B===e;
if(m){i!==!0&&Ie!==void 0&&(Ie===!0?i=!0:(i=i||{},Object.assign(i,Ie)));let T=e,Le=e,Fe=!0,Ne=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let U;if(s.kind===void 0&&(U="kind")){let _r={};r===null?r=[_r]:r.push(_r),e++}else if(s.kind!==void 0&&
s.kind!=="bool"){let _r={};r===null?r=[_r]:r.push(_r),e++}}var Se=Ne===e;if(e=Le,r!==null&&(Le?r.length=Le:r=null),Se){let U=e;
if(e===U)if(s&&typeof s=="object"&&!Array.isArray(s)){let nr;if(s.kind===void 0&&(nr="kind"))return q.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:nr},message:"must have required property\
 '"+nr+"'"}],!1;{let or=e;for(let Er in s)if(Er!=="kind"){return q.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:Er},message:"must NOT have additional prop\
erties"}],!1;break}if(or===e&&s.kind!==void 0&&s.kind!=="bool")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/al\
lOf/3/then/properties/kind/const",keyword:"const",params:{allowedValue:"bool"},message:"must be equal to constant"}],!1}}else
return q.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Se=U===e;if(Fe=Se,Fe)var Ee=!0}if(!Fe){let U={instancePath:t,schemaPath:"#/allOf/3/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[U]:r.push(U),e++,q.errors=r,!1}var m=T===e;
if(m){i!==!0&&Ee!==void 0&&(Ee===!0?i=!0:(i=i||{},Object.assign(i,Ee)));let U=e,_r=e,nr=!0,or=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let lr;if(s.kind===void 0&&(lr="kind")){let fr={};r===null?r=[fr]:r.push(fr),e++}else if(s.kind!==void 0&&
s.kind!=="int"){let fr={};r===null?r=[fr]:r.push(fr),e++}}var Ae=or===e;if(e=_r,r!==null&&(_r?r.length=_r:r=null),Ae){let lr=e;
if(e===lr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ze;if(s.kind===void 0&&(Ze="kind"))return q.errors=[{instancePath:t,
schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty:Ze},message:"must have required property\
 '"+Ze+"'"}],!1;{let Mr=e;for(let xs in s)if(xs!=="kind"){return q.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:xs},message:"must NOT have additional prop\
erties"}],!1;break}if(Mr===e&&s.kind!==void 0&&s.kind!=="int")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/all\
Of/4/then/properties/kind/const",keyword:"const",params:{allowedValue:"int"},message:"must be equal to constant"}],!1}}else
return q.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Ae=lr===e;if(nr=Ae,nr)var We=!0}if(!nr){let lr={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[lr]:r.push(lr),e++,q.errors=r,!1}var m=U===
e;if(m){i!==!0&&We!==void 0&&(We===!0?i=!0:(i=i||{},Object.assign(i,We)));let lr=e,fr=e,Ze=!0,Mr=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let $e;if(s.kind===void 0&&($e="kind")){let kr={};r===null?r=[kr]:r.push(kr),e++}else if(s.kind!==
void 0&&s.kind!=="float"){let kr={};r===null?r=[kr]:r.push(kr),e++}}var ve=Mr===e;if(e=fr,r!==null&&(fr?r.length=fr:r=null),
ve){let $e=e;if(e===$e)if(s&&typeof s=="object"&&!Array.isArray(s)){let er;if(s.kind===void 0&&(er="kind"))return q.errors=
[{instancePath:t,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:er},message:"must have \
required property '"+er+"'"}],!1;{let tr=e;for(let Me in s)if(Me!=="kind"){return q.errors=[{instancePath:t,schemaPath:"\
#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Me},message:"must NOT hav\
e additional properties"}],!1;break}if(tr===e&&s.kind!==void 0&&s.kind!=="float")return q.errors=[{instancePath:t+"/kind",
schemaPath:"#/allOf/5/then/properties/kind/const",keyword:"const",params:{allowedValue:"float"},message:"must be equal t\
o constant"}],!1}}else return q.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"}],!1;var ve=$e===e;if(Ze=ve,Ze)var G=!0}if(!Ze){let $e={instancePath:t,schemaPath:"#/all\
Of/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[$e]:r.push($e),
e++,q.errors=r,!1}var m=lr===e;if(m){i!==!0&&G!==void 0&&(G===!0?i=!0:(i=i||{},Object.assign(i,G)));let $e=e,kr=e,er=!0,
tr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Ve;if(s.kind===void 0&&(Ve="kind")){let Re={};r===null?r=[Re]:r.push(
Re),e++}else if(s.kind!==void 0&&s.kind!=="str"){let Re={};r===null?r=[Re]:r.push(Re),e++}}var qe=tr===e;if(e=kr,r!==null&&
(kr?r.length=kr:r=null),qe){let Ve=e;if(e===Ve)if(s&&typeof s=="object"&&!Array.isArray(s)){let d;if(s.kind===void 0&&(d=
"kind"))return q.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty:d},
message:"must have required property '"+d+"'"}],!1;{let _e=e;for(let De in s)if(De!=="kind"){return q.errors=[{instancePath:t,
schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:De},message:"\
must NOT have additional properties"}],!1;break}if(_e===e&&s.kind!==void 0&&s.kind!=="str")return q.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/6/then/properties/kind/const",keyword:"const",params:{allowedValue:"str"},message:"must be e\
qual to constant"}],!1}}else return q.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var qe=Ve===e;if(er=qe,er)var Ye=!0}if(!er){let Ve={instancePath:t,schemaPath:"#/\
allOf/6/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Ve]:r.push(
Ve),e++,q.errors=r,!1}var m=$e===e;if(m){i!==!0&&Ye!==void 0&&(Ye===!0?i=!0:(i=i||{},Object.assign(i,Ye)));let Ve=e,Re=e,
d=!0,_e=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let z;if(s.kind===void 0&&(z="kind")){let ne={};r===null?r=[ne]:r.
push(ne),e++}else if(s.kind!==void 0&&s.kind!=="literal"){let ne={};r===null?r=[ne]:r.push(ne),e++}}var x=_e===e;if(e=Re,
r!==null&&(Re?r.length=Re:r=null),x){let z=e;if(e===z)if(s&&typeof s=="object"&&!Array.isArray(s)){let a;if(s.kind===void 0&&
(a="kind")||s.value===void 0&&(a="value"))return q.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/required",keyword:"\
required",params:{missingProperty:a},message:"must have required property '"+a+"'"}],!1;{let Y=e;for(let g in s)if(!(g===
"kind"||g==="value")){return q.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"}],!1;break}if(Y===e){if(s.kind!==
void 0){let g=e;if(s.kind!=="literal")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/7/then/properties/kin\
d/const",keyword:"const",params:{allowedValue:"literal"},message:"must be equal to constant"}],!1;var Ce=g===e}else var Ce=!0;
if(Ce)if(s.value!==void 0){let g=s.value,$=e;if(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boole\
an")return q.errors=[{instancePath:t+"/value",schemaPath:"#/allOf/7/then/properties/value/type",keyword:"type",params:{type:rt.
allOf[7].then.properties.value.type},message:"must be string,number,boolean"}],!1;var Ce=$===e}else var Ce=!0}}}else return q.
errors=[{instancePath:t,schemaPath:"#/allOf/7/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var x=z===e;if(d=x,d)var Te=!0}if(!d){let z={instancePath:t,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[z]:r.push(z),e++,q.errors=r,!1}var m=Ve===e;if(m){i!==!0&&
Te!==void 0&&(Te===!0?i=!0:(i=i||{},Object.assign(i,Te)));let z=e,ne=e,a=!0,Y=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let $;if(s.kind===void 0&&($="kind")){let O={};r===null?r=[O]:r.push(O),e++}else if(s.kind!==void 0&&s.kind!=="list"){
let O={};r===null?r=[O]:r.push(O),e++}}var gr=Y===e;if(e=ne,r!==null&&(ne?r.length=ne:r=null),gr){let $=e;if(e===$)if(s&&
typeof s=="object"&&!Array.isArray(s)){let c;if(s.kind===void 0&&(c="kind")||s.of===void 0&&(c="of"))return q.errors=[{instancePath:t,
schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty:c},message:"must have required property \
'"+c+"'"}],!1;{let ke=e;for(let h in s)if(!(h==="kind"||h==="of")){return q.errors=[{instancePath:t,schemaPath:"#/allOf/\
8/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additio\
nal properties"}],!1;break}if(ke===e){if(s.kind!==void 0){let h=e;if(s.kind!=="list")return q.errors=[{instancePath:t+"/\
kind",schemaPath:"#/allOf/8/then/properties/kind/const",keyword:"const",params:{allowedValue:"list"},message:"must be eq\
ual to constant"}],!1;var Ue=h===e}else var Ue=!0;if(Ue)if(s.of!==void 0){let h=e;Kr.validate(s.of,{instancePath:t+"/of",
parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?Kr.validate.errors:r.concat(Kr.validate.
errors),e=r.length);var Ue=h===e}else var Ue=!0}}}else return q.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/type",
keyword:"type",params:{type:"object"},message:"must be object"}],!1;var gr=$===e;if(a=gr,a)var Ke=!0}if(!a){let $={instancePath:t,
schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[$]:r.push($),e++,q.errors=r,!1}var m=z===e;if(m){i!==!0&&Ke!==void 0&&(Ke===!0?i=!0:(i=i||{},Object.assign(i,Ke)));let $=e,
O=e,c=!0,ke=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let oe;if(s.kind===void 0&&(oe="kind")){let u={};r===null?r=[
u]:r.push(u),e++}else if(s.kind!==void 0&&s.kind!=="dict"){let u={};r===null?r=[u]:r.push(u),e++}}var rr=ke===e;if(e=O,r!==
null&&(O?r.length=O:r=null),rr){let oe=e;if(e===oe)if(s&&typeof s=="object"&&!Array.isArray(s)){let f;if(s.kind===void 0&&
(f="kind")||s.of===void 0&&(f="of"))return q.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/required",keyword:"requi\
red",params:{missingProperty:f},message:"must have required property '"+f+"'"}],!1;{let ee=e;for(let te in s)if(!(te==="\
kind"||te==="of")){return q.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/additionalProperties",keyword:"additional\
Properties",params:{additionalProperty:te},message:"must NOT have additional properties"}],!1;break}if(ee===e){if(s.kind!==
void 0){let te=e;if(s.kind!=="dict")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/9/then/properties/kind/\
const",keyword:"const",params:{allowedValue:"dict"},message:"must be equal to constant"}],!1;var y=te===e}else var y=!0;
if(y)if(s.of!==void 0){let te=e;Kr.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||
(r=r===null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var y=te===e}else var y=!0}}}else return q.errors=
[{instancePath:t,schemaPath:"#/allOf/9/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var rr=oe===
e;if(c=rr,c)var H=!0}if(!c){let oe={instancePath:t,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword:"then"},
message:'must match "then" schema'};return r===null?r=[oe]:r.push(oe),e++,q.errors=r,!1}var m=$===e;if(m){i!==!0&&H!==void 0&&
(H===!0?i=!0:(i=i||{},Object.assign(i,H)));let oe=e,u=e,f=!0,ee=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let de;if(s.
kind===void 0&&(de="kind")){let A={};r===null?r=[A]:r.push(A),e++}else if(s.kind!==void 0&&s.kind!=="record"){let A={};r===
null?r=[A]:r.push(A),e++}}var He=ee===e;if(e=u,r!==null&&(u?r.length=u:r=null),He){let de=e;if(e===de)if(s&&typeof s=="o\
bject"&&!Array.isArray(s)){let w;if(s.kind===void 0&&(w="kind")||s.open===void 0&&(w="open")||s.fields===void 0&&(w="fie\
lds"))return q.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty:w},
message:"must have required property '"+w+"'"}],!1;{let M=e;for(let ye in s)if(!(ye==="kind"||ye==="open"||ye==="fields")){
return q.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:ye},message:"must NOT have additional properties"}],!1;break}if(M===e){if(s.kind!==void 0){let ye=e;if(s.
kind!=="record")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/10/then/properties/kind/const",keyword:"con\
st",params:{allowedValue:"record"},message:"must be equal to constant"}],!1;var L=ye===e}else var L=!0;if(L){if(s.open!==
void 0){let ye=e;if(typeof s.open!="boolean")return q.errors=[{instancePath:t+"/open",schemaPath:"#/allOf/10/then/proper\
ties/open/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"}],!1;var L=ye===e}else var L=!0;if(L)if(s.
fields!==void 0){let ye=s.fields,D=e;if(e===D)if(ye&&typeof ye=="object"&&!Array.isArray(ye))for(let l in ye){let F=ye[l],
S=e;if(e===S)if(F&&typeof F=="object"&&!Array.isArray(F)){let W;if(F.type===void 0&&(W="type"))return q.errors=[{instancePath:t+
"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/r\
equired",keyword:"required",params:{missingProperty:W},message:"must have required property '"+W+"'"}],!1;{let le=e;for(let v in F)
if(!(v==="type"||v==="optional")){return q.errors=[{instancePath:t+"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/allOf/10/then/properties/fields/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:v},
message:"must NOT have additional properties"}],!1;break}if(le===e){if(F.type!==void 0){let v=e;Kr.validate(F.type,{instancePath:t+
"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",parentData:F,parentDataProperty:"type",rootData:E,dynamicAnchors:J})||
(r=r===null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var I=v===e}else var I=!0;if(I)if(F.optional!==void 0){
let v=e;if(F.optional!==!0)return q.errors=[{instancePath:t+"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/option\
al",schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/properties/optional/const",keyword:"const",params:{
allowedValue:!0},message:"must be equal to constant"}],!1;var I=v===e}else var I=!0}}}else return q.errors=[{instancePath:t+
"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var _=S===e;if(!_)break}else return q.errors=[{
instancePath:t+"/fields",schemaPath:"#/allOf/10/then/properties/fields/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var L=D===e}else var L=!0}}}}else return q.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/type",
keyword:"type",params:{type:"object"},message:"must be object"}],!1;var He=de===e;if(f=He,f)var se=!0}if(!f){let de={instancePath:t,
schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[de]:r.push(de),e++,q.errors=r,!1}var m=oe===e;if(m){i!==!0&&se!==void 0&&(se===!0?i=!0:(i=i||{},Object.assign(i,se)));
let de=e,A=e,w=!0,M=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let D;if(s.kind===void 0&&(D="kind")){let pe={};r===null?
r=[pe]:r.push(pe),e++}else if(s.kind!==void 0&&s.kind!=="union"){let pe={};r===null?r=[pe]:r.push(pe),e++}}var ge=M===e;
if(e=A,r!==null&&(A?r.length=A:r=null),ge){let D=e;if(e===D)if(s&&typeof s=="object"&&!Array.isArray(s)){let l;if(s.kind===
void 0&&(l="kind")||s.of===void 0&&(l="of"))return q.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/required",keyword:"\
required",params:{missingProperty:l},message:"must have required property '"+l+"'"}],!1;{let F=e;for(let S in s)if(!(S===
"kind"||S==="of")){return q.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/additionalProperties",keyword:"additiona\
lProperties",params:{additionalProperty:S},message:"must NOT have additional properties"}],!1;break}if(F===e){if(s.kind!==
void 0){let S=e;if(s.kind!=="union")return q.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/11/then/properties/kind\
/const",keyword:"const",params:{allowedValue:"union"},message:"must be equal to constant"}],!1;var ue=S===e}else var ue=!0;
if(ue)if(s.of!==void 0){let S=s.of,W=e;if(e===W)if(Array.isArray(S)){var j=!0;let v=S.length;for(let ze=0;ze<v;ze++){let ie=e;
Kr.validate(S[ze],{instancePath:t+"/of/"+ze,parentData:S,parentDataProperty:ze,rootData:E,dynamicAnchors:J})||(r=r===null?
Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var j=ie===e;if(!j)break}}else return q.errors=[{instancePath:t+
"/of",schemaPath:"#/allOf/11/then/properties/of/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;
var ue=W===e}else var ue=!0}}}else return q.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var ge=D===e;if(w=ge,w)var b=!0}if(!w){let D={instancePath:t,schemaPath:"#/\
allOf/11/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[D]:r.push(
D),e++,q.errors=r,!1}var m=de===e;m&&i!==!0&&b!==void 0&&(b===!0?i=!0:(i=i||{},Object.assign(i,b)))}}}}}}}}}}}if(e===0)if(s&&
typeof s=="object"&&!Array.isArray(s)){let R;if(s.kind===void 0&&(R="kind"))return q.errors=[{instancePath:t,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:R},message:"must have required property '"+R+"'"}],!1;if(i!==!0&&
(i=i||{},i.kind=!0),s.kind!==void 0){let X=s.kind;if(!(X==="any"||X==="never"||X==="null"||X==="bool"||X==="int"||X==="f\
loat"||X==="str"||X==="literal"||X==="list"||X==="dict"||X==="record"||X==="union"))return q.errors=[{instancePath:t+"/k\
ind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues:rt.properties.kind.enum},message:"must be \
equal to one of the allowed values"}],!1}}else return q.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;return q.errors=r,xe.props=i,e===0}q.evaluated={dynamicProps:!0,dynamicItems:!1};
var sr={type:"object",required:["op"],properties:{op:{enum:["call","judge","choose","fork","join","suspend","halt"]}},allOf:[
{if:{required:["op"],properties:{op:{const:"call"}}},then:{type:"object",additionalProperties:!1,required:["node","kind",
"max_visits","retry","timeout_ms","on_error","writes","next","op","effect","fields","append_feedback"],properties:{node:{
type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","subgraph","e\
nd"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",
minimum:1},retry:{anyOf:[{type:"object",additionalProperties:!1,required:["max_attempts","backoff","delay_ms","max_delay\
_ms","jitter"],properties:{max_attempts:{type:"integer",minimum:1},backoff:{enum:["constant","linear","exponential"]},delay_ms:{
type:"integer",minimum:0},max_delay_ms:{type:"integer",minimum:0},jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[
{enum:["timeout","rate_limited","model_overloaded","server_error","io_error","connection_reset","tool_error","http_statu\
s","state_type_mismatch","output_invalid","expression_error","no_branch_matched","policy_denied","approval_required","ap\
proval_rejected","budget_exceeded","eval_failed","capability_mismatch","delegate_unreachable","trust_crossing_denied","v\
erification_failed","partial_completion","scope_narrowing_failed","tool_drift","output_limit","guard_refused","missing_s\
ecret","node_failed","uncertain","cancelled","workflow_timeout","limit_exceeded","not_configured","reply_missing"]},{type:"\
integer"}]}}}},{type:"null"}]},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"\
Index of an op.",type:"integer",minimum:0},{type:"null"}]},writes:{type:"array",items:{type:"object",additionalProperties:!1,
required:["key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},
op:{const:"call"},effect:{enum:["read","idempotent","once"]},fields:{type:"object"},append_feedback:{type:"boolean"}}}},
{if:{required:["op"],properties:{op:{const:"judge"}}},then:{type:"object",additionalProperties:!1,required:["node","kind",
"max_visits","retry","timeout_ms","on_error","writes","next","op","subject","fields","on_fail","max_retries","escalate"],
properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","e\
val","subgraph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{
type:"integer",minimum:1},retry:{anyOf:[{type:"object",additionalProperties:!1,required:["max_attempts","backoff","delay\
_ms","max_delay_ms","jitter"],properties:{max_attempts:{type:"integer",minimum:1},backoff:{enum:["constant","linear","ex\
ponential"]},delay_ms:{type:"integer",minimum:0},max_delay_ms:{type:"integer",minimum:0},jitter:{type:"boolean"},on:{type:"\
array",items:{anyOf:[{enum:["timeout","rate_limited","model_overloaded","server_error","io_error","connection_reset","to\
ol_error","http_status","state_type_mismatch","output_invalid","expression_error","no_branch_matched","policy_denied","a\
pproval_required","approval_rejected","budget_exceeded","eval_failed","capability_mismatch","delegate_unreachable","trus\
t_crossing_denied","verification_failed","partial_completion","scope_narrowing_failed","tool_drift","output_limit","guar\
d_refused","missing_secret","node_failed","uncertain","cancelled","workflow_timeout","limit_exceeded","not_configured","\
reply_missing"]},{type:"integer"}]}}}},{type:"null"}]},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_error:{
anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},writes:{type:"array",items:{type:"object",
additionalProperties:!1,required:["key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$\
defs/route"},{type:"null"}]},op:{const:"judge"},subject:{description:"Index of an op.",type:"integer",minimum:0},fields:{
type:"object"},on_fail:{enum:["retry_with_feedback","escalate","halt","log_and_continue"]},max_retries:{type:"integer",minimum:0},
escalate:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{
op:{const:"choose"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","op","route"],properties:{
node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","subgra\
ph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"in\
teger",minimum:1},op:{const:"choose"},route:{$ref:"#/$defs/route"}}}},{if:{required:["op"],properties:{op:{const:"fork"}}},
then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","op","branches","join"],properties:{node:{
type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","subgraph","e\
nd"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",
minimum:1},op:{const:"fork"},branches:{type:"array",items:{description:"Index of an op.",type:"integer",minimum:0}},join:{
description:"Index of an op.",type:"integer",minimum:0}}}},{if:{required:["op"],properties:{op:{const:"join"}}},then:{type:"\
object",additionalProperties:!1,required:["node","kind","max_visits","writes","next","op","wait_for","merge"],properties:{
node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","subgra\
ph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"in\
teger",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{key:{type:"\
string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"join"},wait_for:{type:"a\
rray",items:{description:"Index of an op.",type:"integer",minimum:0}},merge:{anyOf:[{enum:["last_writer","collect","firs\
t"]},{type:"object",additionalProperties:!1,required:["module","function"],properties:{module:{type:"string"},function:{
type:"string"}}}]}}}},{if:{required:["op"],properties:{op:{const:"suspend"}}},then:{type:"object",additionalProperties:!1,
required:["node","kind","max_visits","writes","next","op","until","fields","timeout_ms","on_timeout","on_rejected"],properties:{
node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","subgra\
ph","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"in\
teger",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{key:{type:"\
string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"suspend"},until:{enum:["\
event","approval"]},fields:{type:"object"},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_timeout:{anyOf:[
{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},on_rejected:{anyOf:[{description:"Index of an o\
p.",type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"halt"}}},then:{type:"object",
additionalProperties:!1,required:["node","kind","max_visits","op","status"],properties:{node:{type:"string"},kind:{enum:[
"model","tool","http","branch","parallel","join","wait","human_approval","eval","subgraph","end"]},description:{type:"st\
ring"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"halt"},
status:{enum:["completed","failed"]}}}}]};function Je(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:E=s,dynamicAnchors:J={}}={}){let r=null,e=0,
xe=Je.evaluated;if(xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0),e===0)if(s&&typeof s=="object"&&
!Array.isArray(s)){let Qe;if(s.cases===void 0&&(Qe="cases")||s.otherwise===void 0&&(Qe="otherwise"))return Je.errors=[{instancePath:t,
schemaPath:"#/required",keyword:"required",params:{missingProperty:Qe},message:"must have required property '"+Qe+"'"}],
!1;{let i=e;for(let m in s)if(!(m==="cases"||m==="otherwise")){return Je.errors=[{instancePath:t,schemaPath:"#/additiona\
lProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"}],
!1;break}if(i===e){if(s.cases!==void 0){let m=s.cases,me=e;if(e===me)if(Array.isArray(m)){var re=!0;let Ge=m.length;for(let Pe=0;Pe<
Ge;Pe++){let Ie=m[Pe],Se=e;if(e===Se)if(Ie&&typeof Ie=="object"&&!Array.isArray(Ie)){let Ae;if(Ie.when===void 0&&(Ae="wh\
en")||Ie.to===void 0&&(Ae="to"))return Je.errors=[{instancePath:t+"/cases/"+Pe,schemaPath:"#/properties/cases/items/requ\
ired",keyword:"required",params:{missingProperty:Ae},message:"must have required property '"+Ae+"'"}],!1;{let We=e;for(let ve in Ie)
if(!(ve==="when"||ve==="to")){return Je.errors=[{instancePath:t+"/cases/"+Pe,schemaPath:"#/properties/cases/items/additi\
onalProperties",keyword:"additionalProperties",params:{additionalProperty:ve},message:"must NOT have additional properti\
es"}],!1;break}if(We===e){if(Ie.when!==void 0){let ve=Ie.when,G=e;if(!(typeof ve=="number"&&!(ve%1)&&!isNaN(ve)&&isFinite(
ve)))return Je.errors=[{instancePath:t+"/cases/"+Pe+"/when",schemaPath:"#/properties/cases/items/properties/when/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"}],!1;if(e===G&&typeof ve=="number"&&isFinite(ve)&&(ve<0||isNaN(ve)))
return Je.errors=[{instancePath:t+"/cases/"+Pe+"/when",schemaPath:"#/properties/cases/items/properties/when/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var je=G===e}else var je=!0;if(je)if(Ie.to!==void 0){
let ve=Ie.to,G=e;if(!(typeof ve=="number"&&!(ve%1)&&!isNaN(ve)&&isFinite(ve)))return Je.errors=[{instancePath:t+"/cases/"+
Pe+"/to",schemaPath:"#/properties/cases/items/properties/to/type",keyword:"type",params:{type:"integer"},message:"must b\
e integer"}],!1;if(e===G&&typeof ve=="number"&&isFinite(ve)&&(ve<0||isNaN(ve)))return Je.errors=[{instancePath:t+"/cases\
/"+Pe+"/to",schemaPath:"#/properties/cases/items/properties/to/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"}],!1;var je=G===e}else var je=!0}}}else return Je.errors=[{instancePath:t+"/cases/"+Pe,schemaPath:"\
#/properties/cases/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var re=Se===e;if(!re)
break}}else return Je.errors=[{instancePath:t+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var Xe=me===e}else var Xe=!0;if(Xe)if(s.otherwise!==void 0){let m=s.otherwise,me=e,
Ge=e,Pe=!1,Ie=e;if(!(typeof m=="number"&&!(m%1)&&!isNaN(m)&&isFinite(m))){let Ae={instancePath:t+"/otherwise",schemaPath:"\
#/properties/otherwise/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[Ae]:r.
push(Ae),e++}if(e===Ie&&typeof m=="number"&&isFinite(m)&&(m<0||isNaN(m))){let Ae={instancePath:t+"/otherwise",schemaPath:"\
#/properties/otherwise/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?
r=[Ae]:r.push(Ae),e++}var Or=Ie===e;Pe=Pe||Or;let Se=e;if(m!==null){let Ae={instancePath:t+"/otherwise",schemaPath:"#/pr\
operties/otherwise/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[Ae]:r.push(Ae),
e++}var Or=Se===e;if(Pe=Pe||Or,Pe)e=Ge,r!==null&&(Ge?r.length=Ge:r=null);else{let Ae={instancePath:t+"/otherwise",schemaPath:"\
#/properties/otherwise/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[Ae]:r.
push(Ae),e++,Je.errors=r,!1}var Xe=me===e}else var Xe=!0}}}else return Je.errors=[{instancePath:t,schemaPath:"#/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;return Je.errors=r,e===0}Je.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};function n(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:E=s,dynamicAnchors:J={}}={}){
let r=null,e=0,xe=n.evaluated;xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let re=e,je=e,Xe=!0,
Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let tr;if(s.op===void 0&&(tr="op")){let Me={};r===null?r=[Me]:r.push(Me),
e++}else if(s.op!==void 0&&s.op!=="call"){let Me={};r===null?r=[Me]:r.push(Me),e++}}var Qe=Or===e;if(e=je,r!==null&&(je?
r.length=je:r=null),Qe){let tr=e;if(e===tr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ve;if(s.node===void 0&&(Ve="\
node")||s.kind===void 0&&(Ve="kind")||s.max_visits===void 0&&(Ve="max_visits")||s.retry===void 0&&(Ve="retry")||s.timeout_ms===
void 0&&(Ve="timeout_ms")||s.on_error===void 0&&(Ve="on_error")||s.writes===void 0&&(Ve="writes")||s.next===void 0&&(Ve=
"next")||s.op===void 0&&(Ve="op")||s.effect===void 0&&(Ve="effect")||s.fields===void 0&&(Ve="fields")||s.append_feedback===
void 0&&(Ve="append_feedback"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/required",keyword:"required",
params:{missingProperty:Ve},message:"must have required property '"+Ve+"'"}],!1;{let Re=e;for(let d in s)if(!Cs.call(sr.
allOf[0].then.properties,d)){return n.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"}],!1;break}if(Re===e){
if(s.node!==void 0){let d=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/0/th\
en/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=d===e}else var i=!0;if(i){
if(s.kind!==void 0){let d=s.kind,_e=e;if(!(d==="model"||d==="tool"||d==="http"||d==="branch"||d==="parallel"||d==="join"||
d==="wait"||d==="human_approval"||d==="eval"||d==="subgraph"||d==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"\
#/allOf/0/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[0].then.properties.kind.enum},message:"\
must be equal to one of the allowed values"}],!1;var i=_e===e}else var i=!0;if(i){if(s.description!==void 0){let d=e;if(typeof s.
description!="string")return n.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/0/then/properties/description/\
type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=d===e}else var i=!0;if(i){if(s.labels!==
void 0){let d=s.labels,_e=e;if(e===_e)if(d&&typeof d=="object"&&!Array.isArray(d))for(let z in d){let ne=e;if(typeof d[z]!=
"string")return n.errors=[{instancePath:t+"/labels/"+z.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/0/then\
/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var m=ne===
e;if(!m)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/0/then/properties/labels/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var i=_e===e}else var i=!0;if(i){if(s.max_visits!==void 0){let d=s.
max_visits,_e=e;if(!(typeof d=="number"&&!(d%1)&&!isNaN(d)&&isFinite(d)))return n.errors=[{instancePath:t+"/max_visits",
schemaPath:"#/allOf/0/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],
!1;if(e===_e&&typeof d=="number"&&isFinite(d)&&(d<1||isNaN(d)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"\
#/allOf/0/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],
!1;var i=_e===e}else var i=!0;if(i){if(s.retry!==void 0){let d=s.retry,_e=e,De=e,z=!1,ne=e;if(e===ne)if(d&&typeof d=="ob\
ject"&&!Array.isArray(d)){let g;if(d.max_attempts===void 0&&(g="max_attempts")||d.backoff===void 0&&(g="backoff")||d.delay_ms===
void 0&&(g="delay_ms")||d.max_delay_ms===void 0&&(g="max_delay_ms")||d.jitter===void 0&&(g="jitter")){let $={instancePath:t+
"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/required",keyword:"required",params:{missingProperty:g},message:"\
must have required property '"+g+"'"};r===null?r=[$]:r.push($),e++}else{let $=e;for(let O in d)if(!(O==="max_attempts"||
O==="backoff"||O==="delay_ms"||O==="max_delay_ms"||O==="jitter"||O==="on")){let c={instancePath:t+"/retry",schemaPath:"#\
/allOf/0/then/properties/retry/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},
message:"must NOT have additional properties"};r===null?r=[c]:r.push(c),e++;break}if($===e){if(d.max_attempts!==void 0){
let O=d.max_attempts,c=e;if(!(typeof O=="number"&&!(O%1)&&!isNaN(O)&&isFinite(O))){let ke={instancePath:t+"/retry/max_at\
tempts",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/max_attempts/type",keyword:"type",params:{type:"i\
nteger"},message:"must be integer"};r===null?r=[ke]:r.push(ke),e++}if(e===c&&typeof O=="number"&&isFinite(O)&&(O<1||isNaN(
O))){let ke={instancePath:t+"/retry/max_attempts",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/max_att\
empts/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"};r===null?r=[ke]:r.push(ke),e++}
var me=c===e}else var me=!0;if(me){if(d.backoff!==void 0){let O=d.backoff,c=e;if(!(O==="constant"||O==="linear"||O==="ex\
ponential")){let h={instancePath:t+"/retry/backoff",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/backo\
ff/enum",keyword:"enum",params:{allowedValues:sr.allOf[0].then.properties.retry.anyOf[0].properties.backoff.enum},message:"\
must be equal to one of the allowed values"};r===null?r=[h]:r.push(h),e++}var me=c===e}else var me=!0;if(me){if(d.delay_ms!==
void 0){let O=d.delay_ms,c=e;if(!(typeof O=="number"&&!(O%1)&&!isNaN(O)&&isFinite(O))){let h={instancePath:t+"/retry/del\
ay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/delay_ms/type",keyword:"type",params:{type:"intege\
r"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===c&&typeof O=="number"&&isFinite(O)&&(O<0||isNaN(O))){
let h={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/delay_ms/minimum",
keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[h]:r.push(h),e++}var me=c===e}else
var me=!0;if(me){if(d.max_delay_ms!==void 0){let O=d.max_delay_ms,c=e;if(!(typeof O=="number"&&!(O%1)&&!isNaN(O)&&isFinite(
O))){let h={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/max_dela\
y_ms/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===c&&typeof O==
"number"&&isFinite(O)&&(O<0||isNaN(O))){let h={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/0/then/propertie\
s/retry/anyOf/0/properties/max_delay_ms/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= \
0"};r===null?r=[h]:r.push(h),e++}var me=c===e}else var me=!0;if(me){if(d.jitter!==void 0){let O=e;if(typeof d.jitter!="b\
oolean"){let ke={instancePath:t+"/retry/jitter",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/jitter/ty\
pe",keyword:"type",params:{type:"boolean"},message:"must be boolean"};r===null?r=[ke]:r.push(ke),e++}var me=O===e}else var me=!0;
if(me)if(d.on!==void 0){let O=d.on,c=e;if(e===c)if(Array.isArray(O)){var Ge=!0;let h=O.length;for(let oe=0;oe<h;oe++){let u=O[oe],
f=e,ee=e,te=!1,de=e;if(!(u==="timeout"||u==="rate_limited"||u==="model_overloaded"||u==="server_error"||u==="io_error"||
u==="connection_reset"||u==="tool_error"||u==="http_status"||u==="state_type_mismatch"||u==="output_invalid"||u==="expre\
ssion_error"||u==="no_branch_matched"||u==="policy_denied"||u==="approval_required"||u==="approval_rejected"||u==="budge\
t_exceeded"||u==="eval_failed"||u==="capability_mismatch"||u==="delegate_unreachable"||u==="trust_crossing_denied"||u===
"verification_failed"||u==="partial_completion"||u==="scope_narrowing_failed"||u==="tool_drift"||u==="output_limit"||u===
"guard_refused"||u==="missing_secret"||u==="node_failed"||u==="uncertain"||u==="cancelled"||u==="workflow_timeout"||u===
"limit_exceeded"||u==="not_configured"||u==="reply_missing")){let M={instancePath:t+"/retry/on/"+oe,schemaPath:"#/allOf/\
0/then/properties/retry/anyOf/0/properties/on/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:sr.allOf[0].then.
properties.retry.anyOf[0].properties.on.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};r===null?
r=[M]:r.push(M),e++}var Pe=de===e;te=te||Pe;let A=e;if(!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let M={instancePath:t+
"/retry/on/"+oe,schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/on/items/anyOf/1/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};r===null?r=[M]:r.push(M),e++}var Pe=A===e;if(te=te||Pe,te)e=ee,r!==null&&(ee?
r.length=ee:r=null);else{let M={instancePath:t+"/retry/on/"+oe,schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/prope\
rties/on/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};r===null?r=[M]:r.push(M),e++}var Ge=f===
e;if(!Ge)break}}else{let h={instancePath:t+"/retry/on",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/on\
/type",keyword:"type",params:{type:"array"},message:"must be array"};r===null?r=[h]:r.push(h),e++}var me=c===e}else var me=!0}}}}}}}else{
let g={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};r===null?r=[g]:r.push(g),e++}var Ie=ne===e;z=z||Ie;let a=e;if(d!==null){let g={instancePath:t+
"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be \
null"};r===null?r=[g]:r.push(g),e++}var Ie=a===e;if(z=z||Ie,z)e=De,r!==null&&(De?r.length=De:r=null);else{let g={instancePath:t+
"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf",keyword:"anyOf",params:{},message:"must match a schema in an\
yOf"};return r===null?r=[g]:r.push(g),e++,n.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.timeout_ms!==void 0){let d=s.
timeout_ms,_e=e,De=e,z=!1,ne=e;if(!(typeof d=="number"&&!(d%1)&&!isNaN(d)&&isFinite(d))){let g={instancePath:t+"/timeout\
_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must\
 be integer"};r===null?r=[g]:r.push(g),e++}if(e===ne&&typeof d=="number"&&isFinite(d)&&(d<0||isNaN(d))){let g={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",
limit:0},message:"must be >= 0"};r===null?r=[g]:r.push(g),e++}var Se=ne===e;z=z||Se;let a=e;if(d!==null){let g={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[g]:r.push(g),e++}var Se=a===e;if(z=z||Se,z)e=De,r!==null&&(De?r.length=De:r=null);else{let g={
instancePath:t+"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};return r===null?r=[g]:r.push(g),e++,n.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.on_error!==
void 0){let d=s.on_error,_e=e,De=e,z=!1,ne=e;if(!(typeof d=="number"&&!(d%1)&&!isNaN(d)&&isFinite(d))){let g={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[g]:r.push(g),e++}if(e===ne&&typeof d=="number"&&isFinite(d)&&(d<0||isNaN(d))){let g={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"};r===null?r=[g]:r.push(g),e++}var Ee=ne===e;z=z||Ee;let a=e;if(d!==null){let g={instancePath:t+"/\
on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must\
 be null"};r===null?r=[g]:r.push(g),e++}var Ee=a===e;if(z=z||Ee,z)e=De,r!==null&&(De?r.length=De:r=null);else{let g={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf",keyword:"anyOf",params:{},message:"must match a schema\
 in anyOf"};return r===null?r=[g]:r.push(g),e++,n.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.writes!==void 0){let d=s.
writes,_e=e;if(e===_e)if(Array.isArray(d)){var Ae=!0;let z=d.length;for(let ne=0;ne<z;ne++){let a=d[ne],Y=e;if(e===Y)if(a&&
typeof a=="object"&&!Array.isArray(a)){let $;if(a.key===void 0&&($="key"))return n.errors=[{instancePath:t+"/writes/"+ne,
schemaPath:"#/allOf/0/then/properties/writes/items/required",keyword:"required",params:{missingProperty:$},message:"must\
 have required property '"+$+"'"}],!1;{let O=e;for(let c in a)if(!(c==="key"||c==="part")){return n.errors=[{instancePath:t+
"/writes/"+ne,schemaPath:"#/allOf/0/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:c},message:"must NOT have additional properties"}],!1;break}if(O===e){if(a.key!==void 0){let c=e;if(typeof a.
key!="string")return n.errors=[{instancePath:t+"/writes/"+ne+"/key",schemaPath:"#/allOf/0/then/properties/writes/items/p\
roperties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var We=c===e}else var We=!0;if(We)
if(a.part!==void 0){let c=e;if(typeof a.part!="string")return n.errors=[{instancePath:t+"/writes/"+ne+"/part",schemaPath:"\
#/allOf/0/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be stri\
ng"}],!1;var We=c===e}else var We=!0}}}else return n.errors=[{instancePath:t+"/writes/"+ne,schemaPath:"#/allOf/0/then/pr\
operties/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ae=Y===e;if(!Ae)break}}else
return n.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/0/then/properties/writes/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var i=_e===e}else var i=!0;if(i){if(s.next!==void 0){let d=s.next,_e=e,De=e,z=!1,ne=e;
Je(d,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:E,dynamicAnchors:J})||(r=r===null?Je.errors:
r.concat(Je.errors),e=r.length);var ve=ne===e;z=z||ve;let a=e;if(d!==null){let g={instancePath:t+"/next",schemaPath:"#/a\
llOf/0/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[g]:r.push(
g),e++}var ve=a===e;if(z=z||ve,z)e=De,r!==null&&(De?r.length=De:r=null);else{let g={instancePath:t+"/next",schemaPath:"#\
/allOf/0/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=
[g]:r.push(g),e++,n.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.op!==void 0){let d=e;if(s.op!=="call")return n.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/0/then/properties/op/const",keyword:"const",params:{allowedValue:"call"},message:"\
must be equal to constant"}],!1;var i=d===e}else var i=!0;if(i){if(s.effect!==void 0){let d=s.effect,_e=e;if(!(d==="read"||
d==="idempotent"||d==="once"))return n.errors=[{instancePath:t+"/effect",schemaPath:"#/allOf/0/then/properties/effect/en\
um",keyword:"enum",params:{allowedValues:sr.allOf[0].then.properties.effect.enum},message:"must be equal to one of the a\
llowed values"}],!1;var i=_e===e}else var i=!0;if(i){if(s.fields!==void 0){let d=s.fields,_e=e;if(!(d&&typeof d=="object"&&
!Array.isArray(d)))return n.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/0/then/properties/fields/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var i=_e===e}else var i=!0;if(i)if(s.append_feedback!==void 0){
let d=e;if(typeof s.append_feedback!="boolean")return n.errors=[{instancePath:t+"/append_feedback",schemaPath:"#/allOf/0\
/then/properties/append_feedback/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"}],!1;var i=d===e}else
var i=!0}}}}}}}}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Qe=tr===e;if(Xe=Qe,Xe)var G=!0}if(!Xe){let tr={instancePath:t,schemaPath:"#/a\
llOf/0/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[tr]:r.push(
tr),e++,n.errors=r,!1}var qe=re===e;if(qe){let tr=e,Me=e,Ve=!0,Re=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let _e;
if(s.op===void 0&&(_e="op")){let De={};r===null?r=[De]:r.push(De),e++}else if(s.op!==void 0&&s.op!=="judge"){let De={};r===
null?r=[De]:r.push(De),e++}}var Ye=Re===e;if(e=Me,r!==null&&(Me?r.length=Me:r=null),Ye){let _e=e;if(e===_e)if(s&&typeof s==
"object"&&!Array.isArray(s)){let z;if(s.node===void 0&&(z="node")||s.kind===void 0&&(z="kind")||s.max_visits===void 0&&(z=
"max_visits")||s.retry===void 0&&(z="retry")||s.timeout_ms===void 0&&(z="timeout_ms")||s.on_error===void 0&&(z="on_error")||
s.writes===void 0&&(z="writes")||s.next===void 0&&(z="next")||s.op===void 0&&(z="op")||s.subject===void 0&&(z="subject")||
s.fields===void 0&&(z="fields")||s.on_fail===void 0&&(z="on_fail")||s.max_retries===void 0&&(z="max_retries")||s.escalate===
void 0&&(z="escalate"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{
missingProperty:z},message:"must have required property '"+z+"'"}],!1;{let ne=e;for(let a in s)if(!Cs.call(sr.allOf[1].then.
properties,a)){return n.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProp\
erties",params:{additionalProperty:a},message:"must NOT have additional properties"}],!1;break}if(ne===e){if(s.node!==void 0){
let a=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/1/then/properties/node/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var x=a===e}else var x=!0;if(x){if(s.kind!==void 0){
let a=s.kind,Y=e;if(!(a==="model"||a==="tool"||a==="http"||a==="branch"||a==="parallel"||a==="join"||a==="wait"||a==="hu\
man_approval"||a==="eval"||a==="subgraph"||a==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/1/the\
n/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.kind.enum},message:"must be equ\
al to one of the allowed values"}],!1;var x=Y===e}else var x=!0;if(x){if(s.description!==void 0){let a=e;if(typeof s.description!=
"string")return n.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/1/then/properties/description/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var x=a===e}else var x=!0;if(x){if(s.labels!==void 0){let a=s.
labels,Y=e;if(e===Y)if(a&&typeof a=="object"&&!Array.isArray(a))for(let $ in a){let O=e;if(typeof a[$]!="string")return n.
errors=[{instancePath:t+"/labels/"+$.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/1/then/properties/labels\
/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Ce=O===e;if(!Ce)break}else
return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/1/then/properties/labels/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var x=Y===e}else var x=!0;if(x){if(s.max_visits!==void 0){let a=s.max_visits,Y=e;
if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/al\
lOf/1/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===Y&&typeof a==
"number"&&isFinite(a)&&(a<1||isNaN(a)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/1/then/propert\
ies/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var x=Y===e}else var x=!0;
if(x){if(s.retry!==void 0){let a=s.retry,Y=e,g=e,$=!1,O=e;if(e===O)if(a&&typeof a=="object"&&!Array.isArray(a)){let h;if(a.
max_attempts===void 0&&(h="max_attempts")||a.backoff===void 0&&(h="backoff")||a.delay_ms===void 0&&(h="delay_ms")||a.max_delay_ms===
void 0&&(h="max_delay_ms")||a.jitter===void 0&&(h="jitter")){let oe={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/\
properties/retry/anyOf/0/required",keyword:"required",params:{missingProperty:h},message:"must have required property '"+
h+"'"};r===null?r=[oe]:r.push(oe),e++}else{let oe=e;for(let u in a)if(!(u==="max_attempts"||u==="backoff"||u==="delay_ms"||
u==="max_delay_ms"||u==="jitter"||u==="on")){let f={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/properties/retry/\
anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:u},message:"must NOT have additi\
onal properties"};r===null?r=[f]:r.push(f),e++;break}if(oe===e){if(a.max_attempts!==void 0){let u=a.max_attempts,f=e;if(!(typeof u==
"number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let ee={instancePath:t+"/retry/max_attempts",schemaPath:"#/allOf/1/then/prope\
rties/retry/anyOf/0/properties/max_attempts/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===
null?r=[ee]:r.push(ee),e++}if(e===f&&typeof u=="number"&&isFinite(u)&&(u<1||isNaN(u))){let ee={instancePath:t+"/retry/ma\
x_attempts",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/max_attempts/minimum",keyword:"minimum",params:{
comparison:">=",limit:1},message:"must be >= 1"};r===null?r=[ee]:r.push(ee),e++}var Te=f===e}else var Te=!0;if(Te){if(a.
backoff!==void 0){let u=a.backoff,f=e;if(!(u==="constant"||u==="linear"||u==="exponential")){let te={instancePath:t+"/re\
try/backoff",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/backoff/enum",keyword:"enum",params:{allowedValues:sr.
allOf[1].then.properties.retry.anyOf[0].properties.backoff.enum},message:"must be equal to one of the allowed values"};r===
null?r=[te]:r.push(te),e++}var Te=f===e}else var Te=!0;if(Te){if(a.delay_ms!==void 0){let u=a.delay_ms,f=e;if(!(typeof u==
"number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let te={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/1/then/propertie\
s/retry/anyOf/0/properties/delay_ms/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[
te]:r.push(te),e++}if(e===f&&typeof u=="number"&&isFinite(u)&&(u<0||isNaN(u))){let te={instancePath:t+"/retry/delay_ms",
schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/delay_ms/minimum",keyword:"minimum",params:{comparison:">\
=",limit:0},message:"must be >= 0"};r===null?r=[te]:r.push(te),e++}var Te=f===e}else var Te=!0;if(Te){if(a.max_delay_ms!==
void 0){let u=a.max_delay_ms,f=e;if(!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let te={instancePath:t+"/retr\
y/max_delay_ms",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/max_delay_ms/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};r===null?r=[te]:r.push(te),e++}if(e===f&&typeof u=="number"&&isFinite(u)&&(u<
0||isNaN(u))){let te={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/propertie\
s/max_delay_ms/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[te]:r.push(
te),e++}var Te=f===e}else var Te=!0;if(Te){if(a.jitter!==void 0){let u=e;if(typeof a.jitter!="boolean"){let ee={instancePath:t+
"/retry/jitter",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/jitter/type",keyword:"type",params:{type:"\
boolean"},message:"must be boolean"};r===null?r=[ee]:r.push(ee),e++}var Te=u===e}else var Te=!0;if(Te)if(a.on!==void 0){
let u=a.on,f=e;if(e===f)if(Array.isArray(u)){var gr=!0;let te=u.length;for(let de=0;de<te;de++){let A=u[de],w=e,M=e,ye=!1,
D=e;if(!(A==="timeout"||A==="rate_limited"||A==="model_overloaded"||A==="server_error"||A==="io_error"||A==="connection_\
reset"||A==="tool_error"||A==="http_status"||A==="state_type_mismatch"||A==="output_invalid"||A==="expression_error"||A===
"no_branch_matched"||A==="policy_denied"||A==="approval_required"||A==="approval_rejected"||A==="budget_exceeded"||A==="\
eval_failed"||A==="capability_mismatch"||A==="delegate_unreachable"||A==="trust_crossing_denied"||A==="verification_fail\
ed"||A==="partial_completion"||A==="scope_narrowing_failed"||A==="tool_drift"||A==="output_limit"||A==="guard_refused"||
A==="missing_secret"||A==="node_failed"||A==="uncertain"||A==="cancelled"||A==="workflow_timeout"||A==="limit_exceeded"||
A==="not_configured"||A==="reply_missing")){let F={instancePath:t+"/retry/on/"+de,schemaPath:"#/allOf/1/then/properties/\
retry/anyOf/0/properties/on/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.retry.anyOf[0].
properties.on.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};r===null?r=[F]:r.push(F),e++}var Ue=D===
e;ye=ye||Ue;let pe=e;if(!(typeof A=="number"&&!(A%1)&&!isNaN(A)&&isFinite(A))){let F={instancePath:t+"/retry/on/"+de,schemaPath:"\
#/allOf/1/then/properties/retry/anyOf/0/properties/on/items/anyOf/1/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[F]:r.push(F),e++}var Ue=pe===e;if(ye=ye||Ue,ye)e=M,r!==null&&(M?r.length=M:r=null);else{let F={
instancePath:t+"/retry/on/"+de,schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/items/anyOf",keyword:"a\
nyOf",params:{},message:"must match a schema in anyOf"};r===null?r=[F]:r.push(F),e++}var gr=w===e;if(!gr)break}}else{let te={
instancePath:t+"/retry/on",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/type",keyword:"type",params:{
type:"array"},message:"must be array"};r===null?r=[te]:r.push(te),e++}var Te=f===e}else var Te=!0}}}}}}}else{let h={instancePath:t+
"/retry",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must b\
e object"};r===null?r=[h]:r.push(h),e++}var Ke=O===e;$=$||Ke;let c=e;if(a!==null){let h={instancePath:t+"/retry",schemaPath:"\
#/allOf/1/then/properties/retry/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[h]:
r.push(h),e++}var Ke=c===e;if($=$||Ke,$)e=g,r!==null&&(g?r.length=g:r=null);else{let h={instancePath:t+"/retry",schemaPath:"\
#/allOf/1/then/properties/retry/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?
r=[h]:r.push(h),e++,n.errors=r,!1}var x=Y===e}else var x=!0;if(x){if(s.timeout_ms!==void 0){let a=s.timeout_ms,Y=e,g=e,$=!1,
O=e;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let h={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/\
then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[h]:
r.push(h),e++}if(e===O&&typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a))){let h={instancePath:t+"/timeout_ms",schemaPath:"\
#/allOf/1/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must b\
e >= 0"};r===null?r=[h]:r.push(h),e++}var rr=O===e;$=$||rr;let c=e;if(a!==null){let h={instancePath:t+"/timeout_ms",schemaPath:"\
#/allOf/1/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?
r=[h]:r.push(h),e++}var rr=c===e;if($=$||rr,$)e=g,r!==null&&(g?r.length=g:r=null);else{let h={instancePath:t+"/timeout_m\
s",schemaPath:"#/allOf/1/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in any\
Of"};return r===null?r=[h]:r.push(h),e++,n.errors=r,!1}var x=Y===e}else var x=!0;if(x){if(s.on_error!==void 0){let a=s.on_error,
Y=e,g=e,$=!1,O=e;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[h]:r.push(h),e++}if(e===O&&typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a))){let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be \
>= 0"};r===null?r=[h]:r.push(h),e++}var y=O===e;$=$||y;let c=e;if(a!==null){let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=
[h]:r.push(h),e++}var y=c===e;if($=$||y,$)e=g,r!==null&&(g?r.length=g:r=null);else{let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?
r=[h]:r.push(h),e++,n.errors=r,!1}var x=Y===e}else var x=!0;if(x){if(s.writes!==void 0){let a=s.writes,Y=e;if(e===Y)if(Array.
isArray(a)){var H=!0;let $=a.length;for(let O=0;O<$;O++){let c=a[O],ke=e;if(e===ke)if(c&&typeof c=="object"&&!Array.isArray(
c)){let oe;if(c.key===void 0&&(oe="key"))return n.errors=[{instancePath:t+"/writes/"+O,schemaPath:"#/allOf/1/then/proper\
ties/writes/items/required",keyword:"required",params:{missingProperty:oe},message:"must have required property '"+oe+"'"}],
!1;{let u=e;for(let f in c)if(!(f==="key"||f==="part")){return n.errors=[{instancePath:t+"/writes/"+O,schemaPath:"#/allO\
f/1/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},message:"\
must NOT have additional properties"}],!1;break}if(u===e){if(c.key!==void 0){let f=e;if(typeof c.key!="string")return n.
errors=[{instancePath:t+"/writes/"+O+"/key",schemaPath:"#/allOf/1/then/properties/writes/items/properties/key/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var He=f===e}else var He=!0;if(He)if(c.part!==void 0){let f=e;
if(typeof c.part!="string")return n.errors=[{instancePath:t+"/writes/"+O+"/part",schemaPath:"#/allOf/1/then/properties/w\
rites/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var He=f===e}else var He=!0}}}else
return n.errors=[{instancePath:t+"/writes/"+O,schemaPath:"#/allOf/1/then/properties/writes/items/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var H=ke===e;if(!H)break}}else return n.errors=[{instancePath:t+"/writes",schemaPath:"\
#/allOf/1/then/properties/writes/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var x=Y===e}else
var x=!0;if(x){if(s.next!==void 0){let a=s.next,Y=e,g=e,$=!1,O=e;Je(a,{instancePath:t+"/next",parentData:s,parentDataProperty:"\
next",rootData:E,dynamicAnchors:J})||(r=r===null?Je.errors:r.concat(Je.errors),e=r.length);var L=O===e;$=$||L;let c=e;if(a!==
null){let h={instancePath:t+"/next",schemaPath:"#/allOf/1/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"\
null"},message:"must be null"};r===null?r=[h]:r.push(h),e++}var L=c===e;if($=$||L,$)e=g,r!==null&&(g?r.length=g:r=null);else{
let h={instancePath:t+"/next",schemaPath:"#/allOf/1/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must \
match a schema in anyOf"};return r===null?r=[h]:r.push(h),e++,n.errors=r,!1}var x=Y===e}else var x=!0;if(x){if(s.op!==void 0){
let a=e;if(s.op!=="judge")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/1/then/properties/op/const",keyword:"\
const",params:{allowedValue:"judge"},message:"must be equal to constant"}],!1;var x=a===e}else var x=!0;if(x){if(s.subject!==
void 0){let a=s.subject,Y=e;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a)))return n.errors=[{instancePath:t+"/\
subject",schemaPath:"#/allOf/1/then/properties/subject/type",keyword:"type",params:{type:"integer"},message:"must be int\
eger"}],!1;if(e===Y&&typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a)))return n.errors=[{instancePath:t+"/subject",schemaPath:"\
#/allOf/1/then/properties/subject/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;
var x=Y===e}else var x=!0;if(x){if(s.fields!==void 0){let a=s.fields,Y=e;if(!(a&&typeof a=="object"&&!Array.isArray(a)))
return n.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/1/then/properties/fields/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var x=Y===e}else var x=!0;if(x){if(s.on_fail!==void 0){let a=s.on_fail,Y=e;if(!(a===
"retry_with_feedback"||a==="escalate"||a==="halt"||a==="log_and_continue"))return n.errors=[{instancePath:t+"/on_fail",schemaPath:"\
#/allOf/1/then/properties/on_fail/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.on_fail.enum},message:"\
must be equal to one of the allowed values"}],!1;var x=Y===e}else var x=!0;if(x){if(s.max_retries!==void 0){let a=s.max_retries,
Y=e;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a)))return n.errors=[{instancePath:t+"/max_retries",schemaPath:"\
#/allOf/1/then/properties/max_retries/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
Y&&typeof a=="number"&&isFinite(a)&&(a<0||isNaN(a)))return n.errors=[{instancePath:t+"/max_retries",schemaPath:"#/allOf/\
1/then/properties/max_retries/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var x=Y===
e}else var x=!0;if(x)if(s.escalate!==void 0){let a=s.escalate,Y=e,g=e,$=!1,O=e;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&
isFinite(a))){let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/0/type",keyword:"ty\
pe",params:{type:"integer"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===O&&typeof a=="number"&&isFinite(
a)&&(a<0||isNaN(a))){let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/0/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[h]:r.push(h),e++}var I=O===e;$=$||I;let c=e;
if(a!==null){let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/1/type",keyword:"typ\
e",params:{type:"null"},message:"must be null"};r===null?r=[h]:r.push(h),e++}var I=c===e;if($=$||I,$)e=g,r!==null&&(g?r.
length=g:r=null);else{let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf",keyword:"a\
nyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[h]:r.push(h),e++,n.errors=r,!1}var x=Y===e}else
var x=!0}}}}}}}}}}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ye=_e===e;if(Ve=Ye,Ve)var _=!0}if(!Ve){let _e={instancePath:t,schemaPath:"#/a\
llOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[_e]:r.push(
_e),e++,n.errors=r,!1}var qe=tr===e;if(qe){G!==!0&&_!==void 0&&(_===!0?G=!0:(G=G||{},Object.assign(G,_)));let _e=e,De=e,
z=!0,ne=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Y;if(s.op===void 0&&(Y="op")){let g={};r===null?r=[g]:r.push(
g),e++}else if(s.op!==void 0&&s.op!=="choose"){let g={};r===null?r=[g]:r.push(g),e++}}var se=ne===e;if(e=De,r!==null&&(De?
r.length=De:r=null),se){let Y=e;if(e===Y)if(s&&typeof s=="object"&&!Array.isArray(s)){let $;if(s.node===void 0&&($="node")||
s.kind===void 0&&($="kind")||s.max_visits===void 0&&($="max_visits")||s.op===void 0&&($="op")||s.route===void 0&&($="rou\
te"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:$},
message:"must have required property '"+$+"'"}],!1;{let O=e;for(let c in s)if(!(c==="node"||c==="kind"||c==="description"||
c==="labels"||c==="max_visits"||c==="op"||c==="route")){return n.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/addi\
tionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional propert\
ies"}],!1;break}if(O===e){if(s.node!==void 0){let c=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+"/node",
schemaPath:"#/allOf/2/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var ge=c===
e}else var ge=!0;if(ge){if(s.kind!==void 0){let c=s.kind,ke=e;if(!(c==="model"||c==="tool"||c==="http"||c==="branch"||c===
"parallel"||c==="join"||c==="wait"||c==="human_approval"||c==="eval"||c==="subgraph"||c==="end"))return n.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/2/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[2].then.properties.
kind.enum},message:"must be equal to one of the allowed values"}],!1;var ge=ke===e}else var ge=!0;if(ge){if(s.description!==
void 0){let c=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/2/\
then/properties/description/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var ge=c===e}else var ge=!0;
if(ge){if(s.labels!==void 0){let c=s.labels,ke=e;if(e===ke)if(c&&typeof c=="object"&&!Array.isArray(c))for(let oe in c){
let u=e;if(typeof c[oe]!="string")return n.errors=[{instancePath:t+"/labels/"+oe.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/allOf/2/then/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"m\
ust be string"}],!1;var ue=u===e;if(!ue)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/2/then\
/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var ge=ke===e}else var ge=!0;
if(ge){if(s.max_visits!==void 0){let c=s.max_visits,ke=e;if(!(typeof c=="number"&&!(c%1)&&!isNaN(c)&&isFinite(c)))return n.
errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/2/then/properties/max_visits/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"}],!1;if(e===ke&&typeof c=="number"&&isFinite(c)&&(c<1||isNaN(c)))return n.errors=[{instancePath:t+
"/max_visits",schemaPath:"#/allOf/2/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},
message:"must be >= 1"}],!1;var ge=ke===e}else var ge=!0;if(ge){if(s.op!==void 0){let c=e;if(s.op!=="choose")return n.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/2/then/properties/op/const",keyword:"const",params:{allowedValue:"choose"},message:"\
must be equal to constant"}],!1;var ge=c===e}else var ge=!0;if(ge)if(s.route!==void 0){let c=e;Je(s.route,{instancePath:t+
"/route",parentData:s,parentDataProperty:"route",rootData:E,dynamicAnchors:J})||(r=r===null?Je.errors:r.concat(Je.errors),
e=r.length);var ge=c===e}else var ge=!0}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var se=Y===e;if(z=se,z)var j=!0}if(!z){let Y={instancePath:t,
schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Y]:r.push(Y),e++,n.errors=r,!1}var qe=_e===e;if(qe){G!==!0&&j!==void 0&&(j===!0?G=!0:(G=G||{},Object.assign(G,j)));let Y=e,
g=e,$=!0,O=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ke;if(s.op===void 0&&(ke="op")){let h={};r===null?r=[h]:r.
push(h),e++}else if(s.op!==void 0&&s.op!=="fork"){let h={};r===null?r=[h]:r.push(h),e++}}var b=O===e;if(e=g,r!==null&&(g?
r.length=g:r=null),b){let ke=e;if(e===ke)if(s&&typeof s=="object"&&!Array.isArray(s)){let oe;if(s.node===void 0&&(oe="no\
de")||s.kind===void 0&&(oe="kind")||s.max_visits===void 0&&(oe="max_visits")||s.op===void 0&&(oe="op")||s.branches===void 0&&
(oe="branches")||s.join===void 0&&(oe="join"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"\
required",params:{missingProperty:oe},message:"must have required property '"+oe+"'"}],!1;{let u=e;for(let f in s)if(!(f===
"node"||f==="kind"||f==="description"||f==="labels"||f==="max_visits"||f==="op"||f==="branches"||f==="join")){return n.errors=
[{instancePath:t,schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},
message:"must NOT have additional properties"}],!1;break}if(u===e){if(s.node!==void 0){let f=e;if(typeof s.node!="string")
return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/3/then/properties/node/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"}],!1;var R=f===e}else var R=!0;if(R){if(s.kind!==void 0){let f=s.kind,ee=e;if(!(f==="mo\
del"||f==="tool"||f==="http"||f==="branch"||f==="parallel"||f==="join"||f==="wait"||f==="human_approval"||f==="eval"||f===
"subgraph"||f==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/3/then/properties/kind/enum",keyword:"\
enum",params:{allowedValues:sr.allOf[3].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],
!1;var R=ee===e}else var R=!0;if(R){if(s.description!==void 0){let f=e;if(typeof s.description!="string")return n.errors=
[{instancePath:t+"/description",schemaPath:"#/allOf/3/then/properties/description/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"}],!1;var R=f===e}else var R=!0;if(R){if(s.labels!==void 0){let f=s.labels,ee=e;if(e===ee)
if(f&&typeof f=="object"&&!Array.isArray(f))for(let de in f){let A=e;if(typeof f[de]!="string")return n.errors=[{instancePath:t+
"/labels/"+de.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/3/then/properties/labels/additionalProperties/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var X=A===e;if(!X)break}else return n.errors=[{
instancePath:t+"/labels",schemaPath:"#/allOf/3/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var R=ee===e}else var R=!0;if(R){if(s.max_visits!==void 0){let f=s.max_visits,ee=e;if(!(typeof f=="\
number"&&!(f%1)&&!isNaN(f)&&isFinite(f)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/3/then/prope\
rties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===ee&&typeof f=="numbe\
r"&&isFinite(f)&&(f<1||isNaN(f)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/3/then/properties/ma\
x_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var R=ee===e}else var R=!0;
if(R){if(s.op!==void 0){let f=e;if(s.op!=="fork")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/3/then/prope\
rties/op/const",keyword:"const",params:{allowedValue:"fork"},message:"must be equal to constant"}],!1;var R=f===e}else var R=!0;
if(R){if(s.branches!==void 0){let f=s.branches,ee=e;if(e===ee)if(Array.isArray(f)){var be=!0;let de=f.length;for(let A=0;A<
de;A++){let w=f[A],M=e;if(!(typeof w=="number"&&!(w%1)&&!isNaN(w)&&isFinite(w)))return n.errors=[{instancePath:t+"/branc\
hes/"+A,schemaPath:"#/allOf/3/then/properties/branches/items/type",keyword:"type",params:{type:"integer"},message:"must \
be integer"}],!1;if(e===M&&typeof w=="number"&&isFinite(w)&&(w<0||isNaN(w)))return n.errors=[{instancePath:t+"/branches/"+
A,schemaPath:"#/allOf/3/then/properties/branches/items/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"}],!1;var be=M===e;if(!be)break}}else return n.errors=[{instancePath:t+"/branches",schemaPath:"#/allOf/3/th\
en/properties/branches/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var R=ee===e}else var R=!0;
if(R)if(s.join!==void 0){let f=s.join,ee=e;if(!(typeof f=="number"&&!(f%1)&&!isNaN(f)&&isFinite(f)))return n.errors=[{instancePath:t+
"/join",schemaPath:"#/allOf/3/then/properties/join/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],
!1;if(e===ee&&typeof f=="number"&&isFinite(f)&&(f<0||isNaN(f)))return n.errors=[{instancePath:t+"/join",schemaPath:"#/al\
lOf/3/then/properties/join/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var R=ee===
e}else var R=!0}}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var b=ke===e;if($=b,$)var Z=!0}if(!$){let ke={instancePath:t,schemaPath:"#/allOf/\
3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ke]:r.push(ke),
e++,n.errors=r,!1}var qe=Y===e;if(qe){G!==!0&&Z!==void 0&&(Z===!0?G=!0:(G=G||{},Object.assign(G,Z)));let ke=e,h=e,oe=!0,
u=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ee;if(s.op===void 0&&(ee="op")){let te={};r===null?r=[te]:r.push(te),
e++}else if(s.op!==void 0&&s.op!=="join"){let te={};r===null?r=[te]:r.push(te),e++}}var ce=u===e;if(e=h,r!==null&&(h?r.length=
h:r=null),ce){let ee=e;if(e===ee)if(s&&typeof s=="object"&&!Array.isArray(s)){let de;if(s.node===void 0&&(de="node")||s.
kind===void 0&&(de="kind")||s.max_visits===void 0&&(de="max_visits")||s.writes===void 0&&(de="writes")||s.next===void 0&&
(de="next")||s.op===void 0&&(de="op")||s.wait_for===void 0&&(de="wait_for")||s.merge===void 0&&(de="merge"))return n.errors=
[{instancePath:t,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty:de},message:"must have \
required property '"+de+"'"}],!1;{let A=e;for(let w in s)if(!Cs.call(sr.allOf[4].then.properties,w)){return n.errors=[{instancePath:t,
schemaPath:"#/allOf/4/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:w},message:"m\
ust NOT have additional properties"}],!1;break}if(A===e){if(s.node!==void 0){let w=e;if(typeof s.node!="string")return n.
errors=[{instancePath:t+"/node",schemaPath:"#/allOf/4/then/properties/node/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var B=w===e}else var B=!0;if(B){if(s.kind!==void 0){let w=s.kind,M=e;if(!(w==="model"||w==="tool"||
w==="http"||w==="branch"||w==="parallel"||w==="join"||w==="wait"||w==="human_approval"||w==="eval"||w==="subgraph"||w===
"end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/4/then/properties/kind/enum",keyword:"enum",params:{
allowedValues:sr.allOf[4].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var B=M===
e}else var B=!0;if(B){if(s.description!==void 0){let w=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+
"/description",schemaPath:"#/allOf/4/then/properties/description/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"}],!1;var B=w===e}else var B=!0;if(B){if(s.labels!==void 0){let w=s.labels,M=e;if(e===M)if(w&&typeof w=="ob\
ject"&&!Array.isArray(w))for(let D in w){let pe=e;if(typeof w[D]!="string")return n.errors=[{instancePath:t+"/labels/"+D.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/4/then/properties/labels/additionalProperties/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var P=pe===e;if(!P)break}else return n.errors=[{instancePath:t+
"/labels",schemaPath:"#/allOf/4/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"}],!1;var B=M===e}else var B=!0;if(B){if(s.max_visits!==void 0){let w=s.max_visits,M=e;if(!(typeof w=="number"&&!(w%1)&&
!isNaN(w)&&isFinite(w)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/4/then/properties/max_visits/\
type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===M&&typeof w=="number"&&isFinite(w)&&(w<
1||isNaN(w)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/4/then/properties/max_visits/minimum",keyword:"\
minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var B=M===e}else var B=!0;if(B){if(s.writes!==void 0){
let w=s.writes,M=e;if(e===M)if(Array.isArray(w)){var k=!0;let D=w.length;for(let pe=0;pe<D;pe++){let l=w[pe],F=e;if(e===
F)if(l&&typeof l=="object"&&!Array.isArray(l)){let W;if(l.key===void 0&&(W="key"))return n.errors=[{instancePath:t+"/wri\
tes/"+pe,schemaPath:"#/allOf/4/then/properties/writes/items/required",keyword:"required",params:{missingProperty:W},message:"\
must have required property '"+W+"'"}],!1;{let le=e;for(let v in l)if(!(v==="key"||v==="part")){return n.errors=[{instancePath:t+
"/writes/"+pe,schemaPath:"#/allOf/4/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:v},message:"must NOT have additional properties"}],!1;break}if(le===e){if(l.key!==void 0){let v=e;if(typeof l.
key!="string")return n.errors=[{instancePath:t+"/writes/"+pe+"/key",schemaPath:"#/allOf/4/then/properties/writes/items/p\
roperties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Q=v===e}else var Q=!0;if(Q)if(l.
part!==void 0){let v=e;if(typeof l.part!="string")return n.errors=[{instancePath:t+"/writes/"+pe+"/part",schemaPath:"#/a\
llOf/4/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var Q=v===e}else var Q=!0}}}else return n.errors=[{instancePath:t+"/writes/"+pe,schemaPath:"#/allOf/4/then/properties\
/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var k=F===e;if(!k)break}}else return n.
errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/4/then/properties/writes/type",keyword:"type",params:{type:"array"},
message:"must be array"}],!1;var B=M===e}else var B=!0;if(B){if(s.next!==void 0){let w=s.next,M=e,ye=e,D=!1,pe=e;Je(w,{instancePath:t+
"/next",parentData:s,parentDataProperty:"next",rootData:E,dynamicAnchors:J})||(r=r===null?Je.errors:r.concat(Je.errors),
e=r.length);var N=pe===e;D=D||N;let l=e;if(w!==null){let S={instancePath:t+"/next",schemaPath:"#/allOf/4/then/properties\
/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[S]:r.push(S),e++}var N=l===e;
if(D=D||N,D)e=ye,r!==null&&(ye?r.length=ye:r=null);else{let S={instancePath:t+"/next",schemaPath:"#/allOf/4/then/propert\
ies/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[S]:r.push(S),e++,n.
errors=r,!1}var B=M===e}else var B=!0;if(B){if(s.op!==void 0){let w=e;if(s.op!=="join")return n.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/4/then/properties/op/const",keyword:"const",params:{allowedValue:"join"},message:"must be equa\
l to constant"}],!1;var B=w===e}else var B=!0;if(B){if(s.wait_for!==void 0){let w=s.wait_for,M=e;if(e===M)if(Array.isArray(
w)){var T=!0;let D=w.length;for(let pe=0;pe<D;pe++){let l=w[pe],F=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(
l)))return n.errors=[{instancePath:t+"/wait_for/"+pe,schemaPath:"#/allOf/4/then/properties/wait_for/items/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"}],!1;if(e===F&&typeof l=="number"&&isFinite(l)&&(l<0||isNaN(l)))
return n.errors=[{instancePath:t+"/wait_for/"+pe,schemaPath:"#/allOf/4/then/properties/wait_for/items/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var T=F===e;if(!T)break}}else return n.errors=[{instancePath:t+
"/wait_for",schemaPath:"#/allOf/4/then/properties/wait_for/type",keyword:"type",params:{type:"array"},message:"must be a\
rray"}],!1;var B=M===e}else var B=!0;if(B)if(s.merge!==void 0){let w=s.merge,M=e,ye=e,D=!1,pe=e;if(!(w==="last_writer"||
w==="collect"||w==="first")){let S={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/0/enum",keyword:"\
enum",params:{allowedValues:sr.allOf[4].then.properties.merge.anyOf[0].enum},message:"must be equal to one of the allowe\
d values"};r===null?r=[S]:r.push(S),e++}var Fe=pe===e;D=D||Fe;let l=e;if(e===l)if(w&&typeof w=="object"&&!Array.isArray(
w)){let S;if(w.module===void 0&&(S="module")||w.function===void 0&&(S="function")){let W={instancePath:t+"/merge",schemaPath:"\
#/allOf/4/then/properties/merge/anyOf/1/required",keyword:"required",params:{missingProperty:S},message:"must have requi\
red property '"+S+"'"};r===null?r=[W]:r.push(W),e++}else{let W=e;for(let le in w)if(!(le==="module"||le==="function")){let v={
instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/additionalProperties",keyword:"additionalPro\
perties",params:{additionalProperty:le},message:"must NOT have additional properties"};r===null?r=[v]:r.push(v),e++;break}
if(W===e){if(w.module!==void 0){let le=e;if(typeof w.module!="string"){let v={instancePath:t+"/merge/module",schemaPath:"\
#/allOf/4/then/properties/merge/anyOf/1/properties/module/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};r===null?r=[v]:r.push(v),e++}var Le=le===e}else var Le=!0;if(Le)if(w.function!==void 0){let le=e;if(typeof w.function!=
"string"){let ze={instancePath:t+"/merge/function",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/properties/functi\
on/type",keyword:"type",params:{type:"string"},message:"must be string"};r===null?r=[ze]:r.push(ze),e++}var Le=le===e}else
var Le=!0}}}else{let S={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/type",keyword:"type",
params:{type:"object"},message:"must be object"};r===null?r=[S]:r.push(S),e++}var Fe=l===e;if(D=D||Fe,D)e=ye,r!==null&&(ye?
r.length=ye:r=null);else{let S={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf",keyword:"anyO\
f",params:{},message:"must match a schema in anyOf"};return r===null?r=[S]:r.push(S),e++,n.errors=r,!1}var B=M===e}else var B=!0}}}}}}}}}}}else
return n.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var ce=ee===e;if(oe=ce,oe)var Ne=!0}if(!oe){let ee={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ee]:r.push(ee),e++,n.errors=r,!1}var qe=ke===
e;if(qe){G!==!0&&Ne!==void 0&&(Ne===!0?G=!0:(G=G||{},Object.assign(G,Ne)));let ee=e,te=e,de=!0,A=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let M;if(s.op===void 0&&(M="op")){let ye={};r===null?r=[ye]:r.push(ye),e++}else if(s.op!==void 0&&
s.op!=="suspend"){let ye={};r===null?r=[ye]:r.push(ye),e++}}var we=A===e;if(e=te,r!==null&&(te?r.length=te:r=null),we){let M=e;
if(e===M)if(s&&typeof s=="object"&&!Array.isArray(s)){let D;if(s.node===void 0&&(D="node")||s.kind===void 0&&(D="kind")||
s.max_visits===void 0&&(D="max_visits")||s.writes===void 0&&(D="writes")||s.next===void 0&&(D="next")||s.op===void 0&&(D=
"op")||s.until===void 0&&(D="until")||s.fields===void 0&&(D="fields")||s.timeout_ms===void 0&&(D="timeout_ms")||s.on_timeout===
void 0&&(D="on_timeout")||s.on_rejected===void 0&&(D="on_rejected"))return n.errors=[{instancePath:t,schemaPath:"#/allOf\
/5/then/required",keyword:"required",params:{missingProperty:D},message:"must have required property '"+D+"'"}],!1;{let pe=e;
for(let l in s)if(!Cs.call(sr.allOf[5].then.properties,l)){return n.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional prop\
erties"}],!1;break}if(pe===e){if(s.node!==void 0){let l=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+"/\
node",schemaPath:"#/allOf/5/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var U=l===e}else var U=!0;if(U){if(s.kind!==void 0){let l=s.kind,F=e;if(!(l==="model"||l==="tool"||l==="http"||l==="b\
ranch"||l==="parallel"||l==="join"||l==="wait"||l==="human_approval"||l==="eval"||l==="subgraph"||l==="end"))return n.errors=
[{instancePath:t+"/kind",schemaPath:"#/allOf/5/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[5].
then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var U=F===e}else var U=!0;if(U){if(s.
description!==void 0){let l=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+"/description",schemaPath:"\
#/allOf/5/then/properties/description/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var U=l===
e}else var U=!0;if(U){if(s.labels!==void 0){let l=s.labels,F=e;if(e===F)if(l&&typeof l=="object"&&!Array.isArray(l))for(let W in l){
let le=e;if(typeof l[W]!="string")return n.errors=[{instancePath:t+"/labels/"+W.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/allOf/5/then/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"}],!1;var _r=le===e;if(!_r)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/5/then/properties\
/labels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var U=F===e}else var U=!0;if(U){if(s.max_visits!==
void 0){let l=s.max_visits,F=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(l)))return n.errors=[{instancePath:t+
"/max_visits",schemaPath:"#/allOf/5/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"mus\
t be integer"}],!1;if(e===F&&typeof l=="number"&&isFinite(l)&&(l<1||isNaN(l)))return n.errors=[{instancePath:t+"/max_vis\
its",schemaPath:"#/allOf/5/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"\
must be >= 1"}],!1;var U=F===e}else var U=!0;if(U){if(s.writes!==void 0){let l=s.writes,F=e;if(e===F)if(Array.isArray(l)){
var nr=!0;let W=l.length;for(let le=0;le<W;le++){let v=l[le],ze=e;if(e===ze)if(v&&typeof v=="object"&&!Array.isArray(v)){
let pr;if(v.key===void 0&&(pr="key"))return n.errors=[{instancePath:t+"/writes/"+le,schemaPath:"#/allOf/5/then/propertie\
s/writes/items/required",keyword:"required",params:{missingProperty:pr},message:"must have required property '"+pr+"'"}],
!1;{let jr=e;for(let ur in v)if(!(ur==="key"||ur==="part")){return n.errors=[{instancePath:t+"/writes/"+le,schemaPath:"#\
/allOf/5/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:ur},
message:"must NOT have additional properties"}],!1;break}if(jr===e){if(v.key!==void 0){let ur=e;if(typeof v.key!="string")
return n.errors=[{instancePath:t+"/writes/"+le+"/key",schemaPath:"#/allOf/5/then/properties/writes/items/properties/key/\
type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var or=ur===e}else var or=!0;if(or)if(v.part!==
void 0){let ur=e;if(typeof v.part!="string")return n.errors=[{instancePath:t+"/writes/"+le+"/part",schemaPath:"#/allOf/5\
/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;
var or=ur===e}else var or=!0}}}else return n.errors=[{instancePath:t+"/writes/"+le,schemaPath:"#/allOf/5/then/properties\
/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var nr=ze===e;if(!nr)break}}else
return n.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/5/then/properties/writes/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var U=F===e}else var U=!0;if(U){if(s.next!==void 0){let l=s.next,F=e,S=e,W=!1,le=e;
Je(l,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:E,dynamicAnchors:J})||(r=r===null?Je.errors:
r.concat(Je.errors),e=r.length);var Er=le===e;W=W||Er;let v=e;if(l!==null){let ie={instancePath:t+"/next",schemaPath:"#/\
allOf/5/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[ie]:r.
push(ie),e++}var Er=v===e;if(W=W||Er,W)e=S,r!==null&&(S?r.length=S:r=null);else{let ie={instancePath:t+"/next",schemaPath:"\
#/allOf/5/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?
r=[ie]:r.push(ie),e++,n.errors=r,!1}var U=F===e}else var U=!0;if(U){if(s.op!==void 0){let l=e;if(s.op!=="suspend")return n.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/5/then/properties/op/const",keyword:"const",params:{allowedValue:"susp\
end"},message:"must be equal to constant"}],!1;var U=l===e}else var U=!0;if(U){if(s.until!==void 0){let l=s.until,F=e;if(!(l===
"event"||l==="approval"))return n.errors=[{instancePath:t+"/until",schemaPath:"#/allOf/5/then/properties/until/enum",keyword:"\
enum",params:{allowedValues:sr.allOf[5].then.properties.until.enum},message:"must be equal to one of the allowed values"}],
!1;var U=F===e}else var U=!0;if(U){if(s.fields!==void 0){let l=s.fields,F=e;if(!(l&&typeof l=="object"&&!Array.isArray(l)))
return n.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/5/then/properties/fields/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var U=F===e}else var U=!0;if(U){if(s.timeout_ms!==void 0){let l=s.timeout_ms,F=e,
S=e,W=!1,le=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(l))){let ie={instancePath:t+"/timeout_ms",schemaPath:"\
#/allOf/5/then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===
null?r=[ie]:r.push(ie),e++}if(e===le&&typeof l=="number"&&isFinite(l)&&(l<0||isNaN(l))){let ie={instancePath:t+"/timeout\
_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"};r===null?r=[ie]:r.push(ie),e++}var lr=le===e;W=W||lr;let v=e;if(l!==null){let ie={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[ie]:r.push(ie),e++}var lr=v===e;if(W=W||lr,W)e=S,r!==null&&(S?r.length=S:r=null);else{let ie={
instancePath:t+"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};return r===null?r=[ie]:r.push(ie),e++,n.errors=r,!1}var U=F===e}else var U=!0;if(U){if(s.
on_timeout!==void 0){let l=s.on_timeout,F=e,S=e,W=!1,le=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(l))){let ie={
instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/0/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"};r===null?r=[ie]:r.push(ie),e++}if(e===le&&typeof l=="number"&&isFinite(l)&&(l<0||isNaN(
l))){let ie={instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/0/minimum",keyword:"min\
imum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[ie]:r.push(ie),e++}var fr=le===e;W=W||fr;let v=e;
if(l!==null){let ie={instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/1/type",keyword:"\
type",params:{type:"null"},message:"must be null"};r===null?r=[ie]:r.push(ie),e++}var fr=v===e;if(W=W||fr,W)e=S,r!==null&&
(S?r.length=S:r=null);else{let ie={instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[ie]:r.push(ie),e++,n.errors=r,!1}var U=F===
e}else var U=!0;if(U)if(s.on_rejected!==void 0){let l=s.on_rejected,F=e,S=e,W=!1,le=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(
l)&&isFinite(l))){let ie={instancePath:t+"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rejected/anyOf/0/type",
keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[ie]:r.push(ie),e++}if(e===le&&typeof l=="n\
umber"&&isFinite(l)&&(l<0||isNaN(l))){let ie={instancePath:t+"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rej\
ected/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[ie]:r.push(
ie),e++}var Ze=le===e;W=W||Ze;let v=e;if(l!==null){let ie={instancePath:t+"/on_rejected",schemaPath:"#/allOf/5/then/prop\
erties/on_rejected/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[ie]:r.push(ie),
e++}var Ze=v===e;if(W=W||Ze,W)e=S,r!==null&&(S?r.length=S:r=null);else{let ie={instancePath:t+"/on_rejected",schemaPath:"\
#/allOf/5/then/properties/on_rejected/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===
null?r=[ie]:r.push(ie),e++,n.errors=r,!1}var U=F===e}else var U=!0}}}}}}}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"\
#/allOf/5/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var we=M===e;if(de=we,de)var Mr=!0}
if(!de){let M={instancePath:t,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[M]:r.push(M),e++,n.errors=r,!1}var qe=ee===e;if(qe){G!==!0&&Mr!==void 0&&(Mr===!0?G=!0:
(G=G||{},Object.assign(G,Mr)));let M=e,ye=e,D=!0,pe=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let F;if(s.op===void 0&&
(F="op")){let S={};r===null?r=[S]:r.push(S),e++}else if(s.op!==void 0&&s.op!=="halt"){let S={};r===null?r=[S]:r.push(S),
e++}}var xs=pe===e;if(e=ye,r!==null&&(ye?r.length=ye:r=null),xs){let F=e;if(e===F)if(s&&typeof s=="object"&&!Array.isArray(
s)){let W;if(s.node===void 0&&(W="node")||s.kind===void 0&&(W="kind")||s.max_visits===void 0&&(W="max_visits")||s.op===void 0&&
(W="op")||s.status===void 0&&(W="status"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/required",keyword:"\
required",params:{missingProperty:W},message:"must have required property '"+W+"'"}],!1;{let le=e;for(let v in s)if(!(v===
"node"||v==="kind"||v==="description"||v==="labels"||v==="max_visits"||v==="op"||v==="status")){return n.errors=[{instancePath:t,
schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:v},message:"m\
ust NOT have additional properties"}],!1;break}if(le===e){if(s.node!==void 0){let v=e;if(typeof s.node!="string")return n.
errors=[{instancePath:t+"/node",schemaPath:"#/allOf/6/then/properties/node/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var $e=v===e}else var $e=!0;if($e){if(s.kind!==void 0){let v=s.kind,ze=e;if(!(v==="model"||v==="too\
l"||v==="http"||v==="branch"||v==="parallel"||v==="join"||v==="wait"||v==="human_approval"||v==="eval"||v==="subgraph"||
v==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/6/then/properties/kind/enum",keyword:"enum",params:{
allowedValues:sr.allOf[6].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var $e=ze===
e}else var $e=!0;if($e){if(s.description!==void 0){let v=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+
"/description",schemaPath:"#/allOf/6/then/properties/description/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"}],!1;var $e=v===e}else var $e=!0;if($e){if(s.labels!==void 0){let v=s.labels,ze=e;if(e===ze)if(v&&typeof v==
"object"&&!Array.isArray(v))for(let pr in v){let jr=e;if(typeof v[pr]!="string")return n.errors=[{instancePath:t+"/label\
s/"+pr.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/6/then/properties/labels/additionalProperties/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var kr=jr===e;if(!kr)break}else return n.errors=[{instancePath:t+
"/labels",schemaPath:"#/allOf/6/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"}],!1;var $e=ze===e}else var $e=!0;if($e){if(s.max_visits!==void 0){let v=s.max_visits,ze=e;if(!(typeof v=="number"&&
!(v%1)&&!isNaN(v)&&isFinite(v)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/6/then/properties/max\
_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===ze&&typeof v=="number"&&isFinite(
v)&&(v<1||isNaN(v)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/6/then/properties/max_visits/mini\
mum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var $e=ze===e}else var $e=!0;if($e){
if(s.op!==void 0){let v=e;if(s.op!=="halt")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/6/then/properties/\
op/const",keyword:"const",params:{allowedValue:"halt"},message:"must be equal to constant"}],!1;var $e=v===e}else var $e=!0;
if($e)if(s.status!==void 0){let v=s.status,ze=e;if(!(v==="completed"||v==="failed"))return n.errors=[{instancePath:t+"/s\
tatus",schemaPath:"#/allOf/6/then/properties/status/enum",keyword:"enum",params:{allowedValues:sr.allOf[6].then.properties.
status.enum},message:"must be equal to one of the allowed values"}],!1;var $e=ze===e}else var $e=!0}}}}}}}}else return n.
errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var xs=F===e;if(D=xs,D)var er=!0}if(!D){let F={instancePath:t,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[F]:r.push(F),e++,n.errors=r,!1}var qe=M===e;qe&&G!==!0&&er!==
void 0&&(er===!0?G=!0:(G=G||{},Object.assign(G,er)))}}}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let tr;if(s.
op===void 0&&(tr="op"))return n.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:tr},
message:"must have required property '"+tr+"'"}],!1;if(G!==!0&&(G=G||{},G.op=!0),s.op!==void 0){let Me=s.op;if(!(Me==="c\
all"||Me==="judge"||Me==="choose"||Me==="fork"||Me==="join"||Me==="suspend"||Me==="halt"))return n.errors=[{instancePath:t+
"/op",schemaPath:"#/properties/op/enum",keyword:"enum",params:{allowedValues:sr.properties.op.enum},message:"must be equ\
al to one of the allowed values"}],!1}}else return n.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;return n.errors=r,xe.props=G,e===0}n.evaluated={dynamicProps:!0,dynamicItems:!1};
var es={type:"object",required:["op"],properties:{op:{enum:["lit","root","local","get","index","slice","not","negate","a\
nd","or","if","compare","is","arithmetic","list","dict","call","method","filter","comprehension","text"]}},allOf:[{if:{required:[
"op"],properties:{op:{const:"lit"}}},then:{type:"object",additionalProperties:!1,required:["op","value"],properties:{op:{
const:"lit"},value:{}}}},{if:{required:["op"],properties:{op:{const:"root"}}},then:{type:"object",additionalProperties:!1,
required:["op","name"],properties:{op:{const:"root"},name:{enum:["state","env","output","execution","node","event","erro\
r","feedback"]}}}},{if:{required:["op"],properties:{op:{const:"local"}}},then:{type:"object",additionalProperties:!1,required:[
"op","name"],properties:{op:{const:"local"},name:{type:"string"}}}},{if:{required:["op"],properties:{op:{const:"get"}}},
then:{type:"object",additionalProperties:!1,required:["op","of","key"],properties:{op:{const:"get"},of:{$ref:"#/$defs/ex\
pression"},key:{type:"string"}}}},{if:{required:["op"],properties:{op:{const:"index"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","at"],properties:{op:{const:"index"},of:{$ref:"#/$defs/expression"},at:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"slice"}}},then:{type:"object",additionalProperties:!1,required:["op","of"],properties:{
op:{const:"slice"},of:{$ref:"#/$defs/expression"},from:{$ref:"#/$defs/expression"},to:{$ref:"#/$defs/expression"},step:{
$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"not"}}},then:{type:"object",additionalProperties:!1,
required:["op","of"],properties:{op:{const:"not"},of:{$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{
const:"negate"}}},then:{type:"object",additionalProperties:!1,required:["op","of"],properties:{op:{const:"negate"},of:{$ref:"\
#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"and"}}},then:{type:"object",additionalProperties:!1,
required:["op","left","right"],properties:{op:{enum:["and","or"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/\
expression"}}}},{if:{required:["op"],properties:{op:{const:"or"}}},then:{type:"object",additionalProperties:!1,required:[
"op","left","right"],properties:{op:{enum:["and","or"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"if"}}},then:{type:"object",additionalProperties:!1,required:["op","test","th\
en","else"],properties:{op:{const:"if"},test:{$ref:"#/$defs/expression"},then:{$ref:"#/$defs/expression"},else:{$ref:"#/\
$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"compare"}}},then:{type:"object",additionalProperties:!1,
required:["op","first","links"],properties:{op:{const:"compare"},first:{$ref:"#/$defs/expression"},links:{type:"array",items:{
type:"object",additionalProperties:!1,required:["cmp","to"],properties:{cmp:{enum:["==","!=","<","<=",">",">=","in","not\
 in"]},to:{$ref:"#/$defs/expression"}}}}}}},{if:{required:["op"],properties:{op:{const:"is"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","test","args","negated"],properties:{op:{const:"is"},of:{$ref:"#/$defs/expression"},test:{enum:["def\
ined","undefined","none","true","false","boolean","number","integer","float","string","mapping","sequence","iterable","e\
ven","odd","divisibleby","lower","upper","in","eq","equalto","sameas","ne","lt","lessthan","le","gt","greaterthan","ge"]},
args:{type:"array",items:{$ref:"#/$defs/expression"}},negated:{type:"boolean"}}}},{if:{required:["op"],properties:{op:{const:"\
arithmetic"}}},then:{type:"object",additionalProperties:!1,required:["op","fn","left","right"],properties:{op:{const:"ar\
ithmetic"},fn:{enum:["+","-","*","/","//","%","**"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"list"}}},then:{type:"object",additionalProperties:!1,required:["op","items"],
properties:{op:{const:"list"},items:{type:"array",items:{$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{
op:{const:"dict"}}},then:{type:"object",additionalProperties:!1,required:["op","entries"],properties:{op:{const:"dict"},
entries:{type:"array",items:{type:"array",items:{$ref:"#/$defs/expression"},minItems:2,maxItems:2}}}}},{if:{required:["o\
p"],properties:{op:{const:"call"}}},then:{type:"object",additionalProperties:!1,required:["op","fn","args"],properties:{
op:{const:"call"},fn:{enum:["len","str","int","float","bool","abs","min","max","sum","any","all","round","sorted","list",
"dict","range","enumerate","zip"]},args:{type:"array",items:{$ref:"#/$defs/expression"}},named:{type:"object",additionalProperties:{
$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{op:{const:"method"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","name","args"],properties:{op:{const:"method"},of:{$ref:"#/$defs/expression"},name:{enum:["upper","l\
ower","title","capitalize","strip","lstrip","rstrip","split","rsplit","splitlines","startswith","endswith","replace","fi\
nd","join","count","index","keys","values","items","get"]},args:{type:"array",items:{$ref:"#/$defs/expression"}}}}},{if:{
required:["op"],properties:{op:{const:"filter"}}},then:{type:"object",additionalProperties:!1,required:["op","of","name",
"args","named"],properties:{op:{const:"filter"},of:{$ref:"#/$defs/expression"},name:{enum:["join","upper","lower","title",
"capitalize","trim","replace","truncate","default","length","first","last","reverse","sort","unique","round","abs","int",
"float","string","list","tojson","dump","indent","wordcount","striptags","urlencode","escape","map","select","reject","s\
electattr","rejectattr","groupby","batch","slice","sum","min","max","items"]},args:{type:"array",items:{$ref:"#/$defs/ex\
pression"}},named:{type:"object",additionalProperties:{$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{op:{
const:"comprehension"}}},then:{type:"object",additionalProperties:!1,required:["op","body","clauses"],properties:{op:{const:"\
comprehension"},body:{$ref:"#/$defs/expression"},clauses:{type:"array",items:{type:"object",additionalProperties:!1,required:[
"names","in","if"],properties:{names:{type:"array",items:{type:"string"}},in:{$ref:"#/$defs/expression"},if:{type:"array",
items:{$ref:"#/$defs/expression"}}}}},lazy:{const:!0}}}},{if:{required:["op"],properties:{op:{const:"text"}}},then:{type:"\
object",additionalProperties:!1,required:["op","parts"],properties:{op:{const:"text"},parts:{type:"array",items:{$ref:"#\
/$defs/part"}}}}}]},p={validate:o},at={type:"object",required:["part"],properties:{part:{enum:["text","out","if","for","\
set"]}},allOf:[{if:{required:["part"],properties:{part:{const:"text"}}},then:{type:"object",additionalProperties:!1,required:[
"part","text"],properties:{part:{const:"text"},text:{type:"string"}}}},{if:{required:["part"],properties:{part:{const:"o\
ut"}}},then:{type:"object",additionalProperties:!1,required:["part","of"],properties:{part:{const:"out"},of:{$ref:"#/$de\
fs/expression"}}}},{if:{required:["part"],properties:{part:{const:"if"}}},then:{type:"object",additionalProperties:!1,required:[
"part","arms","else"],properties:{part:{const:"if"},arms:{type:"array",items:{type:"object",additionalProperties:!1,required:[
"when","body"],properties:{when:{$ref:"#/$defs/expression"},body:{type:"array",items:{$ref:"#/$defs/part"}}}}},else:{type:"\
array",items:{$ref:"#/$defs/part"}}}}},{if:{required:["part"],properties:{part:{const:"for"}}},then:{type:"object",additionalProperties:!1,
required:["part","names","in","body","else"],properties:{part:{const:"for"},names:{type:"array",items:{type:"string"}},in:{
$ref:"#/$defs/expression"},if:{$ref:"#/$defs/expression"},body:{type:"array",items:{$ref:"#/$defs/part"}},else:{type:"ar\
ray",items:{$ref:"#/$defs/part"}}}}},{if:{required:["part"],properties:{part:{const:"set"}}},then:{type:"object",additionalProperties:!1,
required:["part","name","to"],properties:{part:{const:"set"},name:{type:"string"},to:{$ref:"#/$defs/expression"}}}}]},zr={
validate:ae};function ae(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:E=s,dynamicAnchors:J={}}={}){
let r=null,e=0,xe=ae.evaluated;xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let re=e,je=e,Xe=!0,
Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let H;if(s.part===void 0&&(H="part")){let He={};r===null?r=[He]:r.push(
He),e++}else if(s.part!==void 0&&s.part!=="text"){let He={};r===null?r=[He]:r.push(He),e++}}var Qe=Or===e;if(e=je,r!==null&&
(je?r.length=je:r=null),Qe){let H=e;if(e===H)if(s&&typeof s=="object"&&!Array.isArray(s)){let L;if(s.part===void 0&&(L="\
part")||s.text===void 0&&(L="text"))return ae.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/required",keyword:"requ\
ired",params:{missingProperty:L},message:"must have required property '"+L+"'"}],!1;{let I=e;for(let _ in s)if(!(_==="pa\
rt"||_==="text")){return ae.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"additional\
Properties",params:{additionalProperty:_},message:"must NOT have additional properties"}],!1;break}if(I===e){if(s.part!==
void 0){let _=e;if(s.part!=="text")return ae.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/0/then/properties/part/\
const",keyword:"const",params:{allowedValue:"text"},message:"must be equal to constant"}],!1;var i=_===e}else var i=!0;if(i)
if(s.text!==void 0){let _=e;if(typeof s.text!="string")return ae.errors=[{instancePath:t+"/text",schemaPath:"#/allOf/0/t\
hen/properties/text/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=_===e}else var i=!0}}}else
return ae.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var Qe=H===e;if(Xe=Qe,Xe)var m=!0}if(!Xe){let H={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[H]:r.push(H),e++,ae.errors=r,!1}var me=re===
e;if(me){let H=e,He=e,L=!0,I=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let se;if(s.part===void 0&&(se="part")){let ge={};
r===null?r=[ge]:r.push(ge),e++}else if(s.part!==void 0&&s.part!=="out"){let ge={};r===null?r=[ge]:r.push(ge),e++}}var Ge=I===
e;if(e=He,r!==null&&(He?r.length=He:r=null),Ge){let se=e;if(e===se)if(s&&typeof s=="object"&&!Array.isArray(s)){let ue;if(s.
part===void 0&&(ue="part")||s.of===void 0&&(ue="of"))return ae.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/requir\
ed",keyword:"required",params:{missingProperty:ue},message:"must have required property '"+ue+"'"}],!1;{let j=e;for(let b in s)
if(!(b==="part"||b==="of")){return ae.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:b},message:"must NOT have additional properties"}],!1;break}if(j===e){if(s.
part!==void 0){let b=e;if(s.part!=="out")return ae.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/1/then/properties\
/part/const",keyword:"const",params:{allowedValue:"out"},message:"must be equal to constant"}],!1;var Pe=b===e}else var Pe=!0;
if(Pe)if(s.of!==void 0){let b=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Pe=b===e}else var Pe=!0}}}else return ae.errors=
[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ge=se===
e;if(L=Ge,L)var Ie=!0}if(!L){let se={instancePath:t,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},
message:'must match "then" schema'};return r===null?r=[se]:r.push(se),e++,ae.errors=r,!1}var me=H===e;if(me){m!==!0&&Ie!==
void 0&&(Ie===!0?m=!0:(m=m||{},Object.assign(m,Ie)));let se=e,ge=e,ue=!0,j=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let R;if(s.part===void 0&&(R="part")){let X={};r===null?r=[X]:r.push(X),e++}else if(s.part!==void 0&&s.part!=="if"){let X={};
r===null?r=[X]:r.push(X),e++}}var Se=j===e;if(e=ge,r!==null&&(ge?r.length=ge:r=null),Se){let R=e;if(e===R)if(s&&typeof s==
"object"&&!Array.isArray(s)){let be;if(s.part===void 0&&(be="part")||s.arms===void 0&&(be="arms")||s.else===void 0&&(be=
"else"))return ae.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:be},
message:"must have required property '"+be+"'"}],!1;{let Z=e;for(let ce in s)if(!(ce==="part"||ce==="arms"||ce==="else")){
return ae.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:ce},message:"must NOT have additional properties"}],!1;break}if(Z===e){if(s.part!==void 0){let ce=e;if(s.
part!=="if")return ae.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/2/then/properties/part/const",keyword:"const",
params:{allowedValue:"if"},message:"must be equal to constant"}],!1;var Ee=ce===e}else var Ee=!0;if(Ee){if(s.arms!==void 0){
let ce=s.arms,B=e;if(e===B)if(Array.isArray(ce)){var Ae=!0;let k=ce.length;for(let Q=0;Q<k;Q++){let N=ce[Q],T=e;if(e===T)
if(N&&typeof N=="object"&&!Array.isArray(N)){let Fe;if(N.when===void 0&&(Fe="when")||N.body===void 0&&(Fe="body"))return ae.
errors=[{instancePath:t+"/arms/"+Q,schemaPath:"#/allOf/2/then/properties/arms/items/required",keyword:"required",params:{
missingProperty:Fe},message:"must have required property '"+Fe+"'"}],!1;{let Ne=e;for(let we in N)if(!(we==="when"||we===
"body")){return ae.errors=[{instancePath:t+"/arms/"+Q,schemaPath:"#/allOf/2/then/properties/arms/items/additionalPropert\
ies",keyword:"additionalProperties",params:{additionalProperty:we},message:"must NOT have additional properties"}],!1;break}
if(Ne===e){if(N.when!==void 0){let we=e;p.validate(N.when,{instancePath:t+"/arms/"+Q+"/when",parentData:N,parentDataProperty:"\
when",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var We=we===e}else
var We=!0;if(We)if(N.body!==void 0){let we=N.body,U=e;if(e===U)if(Array.isArray(we)){var ve=!0;let nr=we.length;for(let or=0;or<
nr;or++){let Er=e;zr.validate(we[or],{instancePath:t+"/arms/"+Q+"/body/"+or,parentData:we,parentDataProperty:or,rootData:E,
dynamicAnchors:J})||(r=r===null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);var ve=Er===e;if(!ve)break}}else
return ae.errors=[{instancePath:t+"/arms/"+Q+"/body",schemaPath:"#/allOf/2/then/properties/arms/items/properties/body/ty\
pe",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var We=U===e}else var We=!0}}}else return ae.errors=
[{instancePath:t+"/arms/"+Q,schemaPath:"#/allOf/2/then/properties/arms/items/type",keyword:"type",params:{type:"object"},
message:"must be object"}],!1;var Ae=T===e;if(!Ae)break}}else return ae.errors=[{instancePath:t+"/arms",schemaPath:"#/al\
lOf/2/then/properties/arms/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ee=B===e}else var Ee=!0;
if(Ee)if(s.else!==void 0){let ce=s.else,B=e;if(e===B)if(Array.isArray(ce)){var G=!0;let k=ce.length;for(let Q=0;Q<k;Q++){
let N=e;zr.validate(ce[Q],{instancePath:t+"/else/"+Q,parentData:ce,parentDataProperty:Q,rootData:E,dynamicAnchors:J})||(r=
r===null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);var G=N===e;if(!G)break}}else return ae.errors=[{instancePath:t+
"/else",schemaPath:"#/allOf/2/then/properties/else/type",keyword:"type",params:{type:"array"},message:"must be array"}],
!1;var Ee=B===e}else var Ee=!0}}}}else return ae.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var Se=R===e;if(ue=Se,ue)var qe=!0}if(!ue){let R={instancePath:t,schemaPath:"\
#/allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[R]:r.push(
R),e++,ae.errors=r,!1}var me=se===e;if(me){m!==!0&&qe!==void 0&&(qe===!0?m=!0:(m=m||{},Object.assign(m,qe)));let R=e,X=e,
be=!0,Z=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let B;if(s.part===void 0&&(B="part")){let P={};r===null?r=[P]:r.push(
P),e++}else if(s.part!==void 0&&s.part!=="for"){let P={};r===null?r=[P]:r.push(P),e++}}var Ye=Z===e;if(e=X,r!==null&&(X?
r.length=X:r=null),Ye){let B=e;if(e===B)if(s&&typeof s=="object"&&!Array.isArray(s)){let k;if(s.part===void 0&&(k="part")||
s.names===void 0&&(k="names")||s.in===void 0&&(k="in")||s.body===void 0&&(k="body")||s.else===void 0&&(k="else"))return ae.
errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:k},message:"must\
 have required property '"+k+"'"}],!1;{let Q=e;for(let N in s)if(!(N==="part"||N==="names"||N==="in"||N==="if"||N==="bod\
y"||N==="else")){return ae.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:N},message:"must NOT have additional properties"}],!1;break}if(Q===e){if(s.part!==
void 0){let N=e;if(s.part!=="for")return ae.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/3/then/properties/part/c\
onst",keyword:"const",params:{allowedValue:"for"},message:"must be equal to constant"}],!1;var x=N===e}else var x=!0;if(x){
if(s.names!==void 0){let N=s.names,T=e;if(e===T)if(Array.isArray(N)){var Ce=!0;let Fe=N.length;for(let Ne=0;Ne<Fe;Ne++){
let we=e;if(typeof N[Ne]!="string")return ae.errors=[{instancePath:t+"/names/"+Ne,schemaPath:"#/allOf/3/then/properties/\
names/items/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Ce=we===e;if(!Ce)break}}else return ae.
errors=[{instancePath:t+"/names",schemaPath:"#/allOf/3/then/properties/names/type",keyword:"type",params:{type:"array"},
message:"must be array"}],!1;var x=T===e}else var x=!0;if(x){if(s.in!==void 0){let N=e;p.validate(s.in,{instancePath:t+"\
/in",parentData:s,parentDataProperty:"in",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.
errors),e=r.length);var x=N===e}else var x=!0;if(x){if(s.if!==void 0){let N=e;p.validate(s.if,{instancePath:t+"/if",parentData:s,
parentDataProperty:"if",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var x=N===e}else var x=!0;if(x){if(s.body!==void 0){let N=s.body,T=e;if(e===T)if(Array.isArray(N)){var Te=!0;let Fe=N.length;
for(let Ne=0;Ne<Fe;Ne++){let we=e;zr.validate(N[Ne],{instancePath:t+"/body/"+Ne,parentData:N,parentDataProperty:Ne,rootData:E,
dynamicAnchors:J})||(r=r===null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);var Te=we===e;if(!Te)break}}else
return ae.errors=[{instancePath:t+"/body",schemaPath:"#/allOf/3/then/properties/body/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var x=T===e}else var x=!0;if(x)if(s.else!==void 0){let N=s.else,T=e;if(e===T)if(Array.
isArray(N)){var gr=!0;let Fe=N.length;for(let Ne=0;Ne<Fe;Ne++){let we=e;zr.validate(N[Ne],{instancePath:t+"/else/"+Ne,parentData:N,
parentDataProperty:Ne,rootData:E,dynamicAnchors:J})||(r=r===null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);
var gr=we===e;if(!gr)break}}else return ae.errors=[{instancePath:t+"/else",schemaPath:"#/allOf/3/then/properties/else/ty\
pe",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var x=T===e}else var x=!0}}}}}}}else return ae.errors=
[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ye=B===
e;if(be=Ye,be)var Ue=!0}if(!be){let B={instancePath:t,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword:"the\
n"},message:'must match "then" schema'};return r===null?r=[B]:r.push(B),e++,ae.errors=r,!1}var me=R===e;if(me){m!==!0&&Ue!==
void 0&&(Ue===!0?m=!0:(m=m||{},Object.assign(m,Ue)));let B=e,P=e,k=!0,Q=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let T;
if(s.part===void 0&&(T="part")){let Le={};r===null?r=[Le]:r.push(Le),e++}else if(s.part!==void 0&&s.part!=="set"){let Le={};
r===null?r=[Le]:r.push(Le),e++}}var Ke=Q===e;if(e=P,r!==null&&(P?r.length=P:r=null),Ke){let T=e;if(e===T)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Fe;if(s.part===void 0&&(Fe="part")||s.name===void 0&&(Fe="name")||s.to===void 0&&(Fe="t\
o"))return ae.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty:Fe},
message:"must have required property '"+Fe+"'"}],!1;{let Ne=e;for(let we in s)if(!(we==="part"||we==="name"||we==="to")){
return ae.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:we},message:"must NOT have additional properties"}],!1;break}if(Ne===e){if(s.part!==void 0){let we=e;
if(s.part!=="set")return ae.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/4/then/properties/part/const",keyword:"c\
onst",params:{allowedValue:"set"},message:"must be equal to constant"}],!1;var rr=we===e}else var rr=!0;if(rr){if(s.name!==
void 0){let we=e;if(typeof s.name!="string")return ae.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/4/then/propert\
ies/name/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var rr=we===e}else var rr=!0;if(rr)if(s.
to!==void 0){let we=e;p.validate(s.to,{instancePath:t+"/to",parentData:s,parentDataProperty:"to",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var rr=we===e}else var rr=!0}}}}else return ae.errors=
[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ke=T===
e;if(k=Ke,k)var y=!0}if(!k){let T={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword:"then"},
message:'must match "then" schema'};return r===null?r=[T]:r.push(T),e++,ae.errors=r,!1}var me=B===e;me&&m!==!0&&y!==void 0&&
(y===!0?m=!0:(m=m||{},Object.assign(m,y)))}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let H;if(s.part===void 0&&
(H="part"))return ae.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:H},message:"\
must have required property '"+H+"'"}],!1;if(m!==!0&&(m=m||{},m.part=!0),s.part!==void 0){let He=s.part;if(!(He==="text"||
He==="out"||He==="if"||He==="for"||He==="set"))return ae.errors=[{instancePath:t+"/part",schemaPath:"#/properties/part/e\
num",keyword:"enum",params:{allowedValues:at.properties.part.enum},message:"must be equal to one of the allowed values"}],
!1}}else return ae.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be ob\
ject"}],!1;return ae.errors=r,xe.props=m,e===0}ae.evaluated={dynamicProps:!0,dynamicItems:!1};function o(s,{instancePath:t="",
parentData:Js,parentDataProperty:Ws,rootData:E=s,dynamicAnchors:J={}}={}){let r=null,e=0,xe=o.evaluated;xe.dynamicProps&&
(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let re=e,je=e,Xe=!0,Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let u;if(s.op===void 0&&(u="op")){let f={};r===null?r=[f]:r.push(f),e++}else if(s.op!==void 0&&s.op!=="lit"){let f={};r===
null?r=[f]:r.push(f),e++}}var Qe=Or===e;if(e=je,r!==null&&(je?r.length=je:r=null),Qe){let u=e;if(e===u)if(s&&typeof s=="\
object"&&!Array.isArray(s)){let ee;if(s.op===void 0&&(ee="op")||s.value===void 0&&(ee="value"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty:ee},message:"must have required property\
 '"+ee+"'"}],!1;{let te=e;for(let de in s)if(!(de==="op"||de==="value")){return o.errors=[{instancePath:t,schemaPath:"#/\
allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:de},message:"must NOT have \
additional properties"}],!1;break}if(te===e&&s.op!==void 0&&s.op!=="lit")return o.errors=[{instancePath:t+"/op",schemaPath:"\
#/allOf/0/then/properties/op/const",keyword:"const",params:{allowedValue:"lit"},message:"must be equal to constant"}],!1}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Qe=u===e;if(Xe=Qe,Xe)var i=!0}if(!Xe){let u={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[u]:r.push(u),e++,o.errors=r,!1}var m=re===
e;if(m){let u=e,f=e,ee=!0,te=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let A;if(s.op===void 0&&(A="op")){let w={};r===
null?r=[w]:r.push(w),e++}else if(s.op!==void 0&&s.op!=="root"){let w={};r===null?r=[w]:r.push(w),e++}}var me=te===e;if(e=
f,r!==null&&(f?r.length=f:r=null),me){let A=e;if(e===A)if(s&&typeof s=="object"&&!Array.isArray(s)){let M;if(s.op===void 0&&
(M="op")||s.name===void 0&&(M="name"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"req\
uired",params:{missingProperty:M},message:"must have required property '"+M+"'"}],!1;{let ye=e;for(let D in s)if(!(D==="\
op"||D==="name")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:D},message:"must NOT have additional properties"}],!1;break}if(ye===e){if(s.op!==void 0){
let D=e;if(s.op!=="root")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/1/then/properties/op/const",keyword:"\
const",params:{allowedValue:"root"},message:"must be equal to constant"}],!1;var Ge=D===e}else var Ge=!0;if(Ge)if(s.name!==
void 0){let D=s.name,pe=e;if(!(D==="state"||D==="env"||D==="output"||D==="execution"||D==="node"||D==="event"||D==="erro\
r"||D==="feedback"))return o.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/1/then/properties/name/enum",keyword:"e\
num",params:{allowedValues:es.allOf[1].then.properties.name.enum},message:"must be equal to one of the allowed values"}],
!1;var Ge=pe===e}else var Ge=!0}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var me=A===e;if(ee=me,ee)var Pe=!0}if(!ee){let A={instancePath:t,schemaPath:"\
#/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[A]:r.push(
A),e++,o.errors=r,!1}var m=u===e;if(m){i!==!0&&Pe!==void 0&&(Pe===!0?i=!0:(i=i||{},Object.assign(i,Pe)));let A=e,w=e,M=!0,
ye=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let pe;if(s.op===void 0&&(pe="op")){let l={};r===null?r=[l]:r.push(l),
e++}else if(s.op!==void 0&&s.op!=="local"){let l={};r===null?r=[l]:r.push(l),e++}}var Ie=ye===e;if(e=w,r!==null&&(w?r.length=
w:r=null),Ie){let pe=e;if(e===pe)if(s&&typeof s=="object"&&!Array.isArray(s)){let F;if(s.op===void 0&&(F="op")||s.name===
void 0&&(F="name"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:F},
message:"must have required property '"+F+"'"}],!1;{let S=e;for(let W in s)if(!(W==="op"||W==="name")){return o.errors=[
{instancePath:t,schemaPath:"#/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:W},
message:"must NOT have additional properties"}],!1;break}if(S===e){if(s.op!==void 0){let W=e;if(s.op!=="local")return o.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/2/then/properties/op/const",keyword:"const",params:{allowedValue:"loca\
l"},message:"must be equal to constant"}],!1;var Se=W===e}else var Se=!0;if(Se)if(s.name!==void 0){let W=e;if(typeof s.name!=
"string")return o.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/2/then/properties/name/type",keyword:"type",params:{
type:"string"},message:"must be string"}],!1;var Se=W===e}else var Se=!0}}}else return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/2/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ie=pe===e;if(M=Ie,M)var Ee=!0}
if(!M){let pe={instancePath:t,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[pe]:r.push(pe),e++,o.errors=r,!1}var m=A===e;if(m){i!==!0&&Ee!==void 0&&(Ee===!0?i=!0:
(i=i||{},Object.assign(i,Ee)));let pe=e,l=e,F=!0,S=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let le;if(s.op===void 0&&
(le="op")){let v={};r===null?r=[v]:r.push(v),e++}else if(s.op!==void 0&&s.op!=="get"){let v={};r===null?r=[v]:r.push(v),
e++}}var Ae=S===e;if(e=l,r!==null&&(l?r.length=l:r=null),Ae){let le=e;if(e===le)if(s&&typeof s=="object"&&!Array.isArray(
s)){let ze;if(s.op===void 0&&(ze="op")||s.of===void 0&&(ze="of")||s.key===void 0&&(ze="key"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:ze},message:"must have required property\
 '"+ze+"'"}],!1;{let ie=e;for(let pr in s)if(!(pr==="op"||pr==="of"||pr==="key")){return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:pr},message:"must NOT hav\
e additional properties"}],!1;break}if(ie===e){if(s.op!==void 0){let pr=e;if(s.op!=="get")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/3/then/properties/op/const",keyword:"const",params:{allowedValue:"get"},message:"must be equal\
 to constant"}],!1;var We=pr===e}else var We=!0;if(We){if(s.of!==void 0){let pr=e;p.validate(s.of,{instancePath:t+"/of",
parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),
e=r.length);var We=pr===e}else var We=!0;if(We)if(s.key!==void 0){let pr=e;if(typeof s.key!="string")return o.errors=[{instancePath:t+
"/key",schemaPath:"#/allOf/3/then/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var We=pr===e}else var We=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var Ae=le===e;if(F=Ae,F)var ve=!0}if(!F){let le={instancePath:t,schemaPath:"\
#/allOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[le]:r.push(
le),e++,o.errors=r,!1}var m=pe===e;if(m){i!==!0&&ve!==void 0&&(ve===!0?i=!0:(i=i||{},Object.assign(i,ve)));let le=e,v=e,
ze=!0,ie=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let jr;if(s.op===void 0&&(jr="op")){let ur={};r===null?r=[ur]:r.
push(ur),e++}else if(s.op!==void 0&&s.op!=="index"){let ur={};r===null?r=[ur]:r.push(ur),e++}}var G=ie===e;if(e=v,r!==null&&
(v?r.length=v:r=null),G){let jr=e;if(e===jr)if(s&&typeof s=="object"&&!Array.isArray(s)){let rs;if(s.op===void 0&&(rs="o\
p")||s.of===void 0&&(rs="of")||s.at===void 0&&(rs="at"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/requ\
ired",keyword:"required",params:{missingProperty:rs},message:"must have required property '"+rs+"'"}],!1;{let Bs=e;for(let Qr in s)
if(!(Qr==="op"||Qr==="of"||Qr==="at")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:Qr},message:"must NOT have additional properties"}],!1;break}if(Bs===
e){if(s.op!==void 0){let Qr=e;if(s.op!=="index")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/4/then/proper\
ties/op/const",keyword:"const",params:{allowedValue:"index"},message:"must be equal to constant"}],!1;var qe=Qr===e}else
var qe=!0;if(qe){if(s.of!==void 0){let Qr=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:E,
dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var qe=Qr===e}else var qe=!0;if(qe)
if(s.at!==void 0){let Qr=e;p.validate(s.at,{instancePath:t+"/at",parentData:s,parentDataProperty:"at",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var qe=Qr===e}else var qe=!0}}}}else return o.errors=
[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var G=jr===
e;if(ze=G,ze)var Ye=!0}if(!ze){let jr={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword:"the\
n"},message:'must match "then" schema'};return r===null?r=[jr]:r.push(jr),e++,o.errors=r,!1}var m=le===e;if(m){i!==!0&&Ye!==
void 0&&(Ye===!0?i=!0:(i=i||{},Object.assign(i,Ye)));let jr=e,ur=e,rs=!0,Bs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let ss;if(s.op===void 0&&(ss="op")){let ts={};r===null?r=[ts]:r.push(ts),e++}else if(s.op!==void 0&&s.op!=="slice"){let ts={};
r===null?r=[ts]:r.push(ts),e++}}var x=Bs===e;if(e=ur,r!==null&&(ur?r.length=ur:r=null),x){let ss=e;if(e===ss)if(s&&typeof s==
"object"&&!Array.isArray(s)){let As;if(s.op===void 0&&(As="op")||s.of===void 0&&(As="of"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:As},message:"must have required property\
 '"+As+"'"}],!1;{let Gs=e;for(let br in s)if(!(br==="op"||br==="of"||br==="from"||br==="to"||br==="step")){return o.errors=
[{instancePath:t,schemaPath:"#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:br},
message:"must NOT have additional properties"}],!1;break}if(Gs===e){if(s.op!==void 0){let br=e;if(s.op!=="slice")return o.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/5/then/properties/op/const",keyword:"const",params:{allowedValue:"slic\
e"},message:"must be equal to constant"}],!1;var Ce=br===e}else var Ce=!0;if(Ce){if(s.of!==void 0){let br=e;p.validate(s.
of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var Ce=br===e}else var Ce=!0;if(Ce){if(s.from!==void 0){let br=e;p.validate(s.from,
{instancePath:t+"/from",parentData:s,parentDataProperty:"from",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var Ce=br===e}else var Ce=!0;if(Ce){if(s.to!==void 0){let br=e;p.validate(s.to,{
instancePath:t+"/to",parentData:s,parentDataProperty:"to",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.
concat(p.validate.errors),e=r.length);var Ce=br===e}else var Ce=!0;if(Ce)if(s.step!==void 0){let br=e;p.validate(s.step,
{instancePath:t+"/step",parentData:s,parentDataProperty:"step",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var Ce=br===e}else var Ce=!0}}}}}}else return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/5/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var x=ss===e;if(rs=x,rs)var Te=!0}
if(!rs){let ss={instancePath:t,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match\
 "then" schema'};return r===null?r=[ss]:r.push(ss),e++,o.errors=r,!1}var m=jr===e;if(m){i!==!0&&Te!==void 0&&(Te===!0?i=
!0:(i=i||{},Object.assign(i,Te)));let ss=e,ts=e,As=!0,Gs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let is;if(s.op===
void 0&&(is="op")){let as={};r===null?r=[as]:r.push(as),e++}else if(s.op!==void 0&&s.op!=="not"){let as={};r===null?r=[as]:
r.push(as),e++}}var gr=Gs===e;if(e=ts,r!==null&&(ts?r.length=ts:r=null),gr){let is=e;if(e===is)if(s&&typeof s=="object"&&
!Array.isArray(s)){let Ns;if(s.op===void 0&&(Ns="op")||s.of===void 0&&(Ns="of"))return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/6/then/required",keyword:"required",params:{missingProperty:Ns},message:"must have required property '"+Ns+"'"}],
!1;{let Ls=e;for(let Ts in s)if(!(Ts==="op"||Ts==="of")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/add\
itionalProperties",keyword:"additionalProperties",params:{additionalProperty:Ts},message:"must NOT have additional prope\
rties"}],!1;break}if(Ls===e){if(s.op!==void 0){let Ts=e;if(s.op!=="not")return o.errors=[{instancePath:t+"/op",schemaPath:"\
#/allOf/6/then/properties/op/const",keyword:"const",params:{allowedValue:"not"},message:"must be equal to constant"}],!1;
var Ue=Ts===e}else var Ue=!0;if(Ue)if(s.of!==void 0){let Ts=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"\
of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Ue=Ts===e}else
var Ue=!0}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"object"},
message:"must be object"}],!1;var gr=is===e;if(As=gr,As)var Ke=!0}if(!As){let is={instancePath:t,schemaPath:"#/allOf/6/i\
f",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[is]:r.push(is),e++,
o.errors=r,!1}var m=ss===e;if(m){i!==!0&&Ke!==void 0&&(Ke===!0?i=!0:(i=i||{},Object.assign(i,Ke)));let is=e,as=e,Ns=!0,Ls=e;
if(s&&typeof s=="object"&&!Array.isArray(s)){let ns;if(s.op===void 0&&(ns="op")){let os={};r===null?r=[os]:r.push(os),e++}else if(s.
op!==void 0&&s.op!=="negate"){let os={};r===null?r=[os]:r.push(os),e++}}var rr=Ls===e;if(e=as,r!==null&&(as?r.length=as:
r=null),rr){let ns=e;if(e===ns)if(s&&typeof s=="object"&&!Array.isArray(s)){let $s;if(s.op===void 0&&($s="op")||s.of===void 0&&
($s="of"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty:$s},
message:"must have required property '"+$s+"'"}],!1;{let Ms=e;for(let Fs in s)if(!(Fs==="op"||Fs==="of")){return o.errors=
[{instancePath:t,schemaPath:"#/allOf/7/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Fs},
message:"must NOT have additional properties"}],!1;break}if(Ms===e){if(s.op!==void 0){let Fs=e;if(s.op!=="negate")return o.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/7/then/properties/op/const",keyword:"const",params:{allowedValue:"nega\
te"},message:"must be equal to constant"}],!1;var y=Fs===e}else var y=!0;if(y)if(s.of!==void 0){let Fs=e;p.validate(s.of,
{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var y=Fs===e}else var y=!0}}}else return o.errors=[{instancePath:t,schemaPath:"#\
/allOf/7/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var rr=ns===e;if(Ns=rr,Ns)var H=!0}
if(!Ns){let ns={instancePath:t,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword:"then"},message:'must match\
 "then" schema'};return r===null?r=[ns]:r.push(ns),e++,o.errors=r,!1}var m=is===e;if(m){i!==!0&&H!==void 0&&(H===!0?i=!0:
(i=i||{},Object.assign(i,H)));let ns=e,os=e,$s=!0,Ms=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ls;if(s.op===void 0&&
(ls="op")){let fs={};r===null?r=[fs]:r.push(fs),e++}else if(s.op!==void 0&&s.op!=="and"){let fs={};r===null?r=[fs]:r.push(
fs),e++}}var He=Ms===e;if(e=os,r!==null&&(os?r.length=os:r=null),He){let ls=e;if(e===ls)if(s&&typeof s=="object"&&!Array.
isArray(s)){let ps;if(s.op===void 0&&(ps="op")||s.left===void 0&&(ps="left")||s.right===void 0&&(ps="right"))return o.errors=
[{instancePath:t,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty:ps},message:"must have \
required property '"+ps+"'"}],!1;{let Qs=e;for(let Jr in s)if(!(Jr==="op"||Jr==="left"||Jr==="right")){return o.errors=[
{instancePath:t,schemaPath:"#/allOf/8/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Jr},
message:"must NOT have additional properties"}],!1;break}if(Qs===e){if(s.op!==void 0){let Jr=s.op,Wr=e;if(!(Jr==="and"||
Jr==="or"))return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/8/then/properties/op/enum",keyword:"enum",params:{
allowedValues:es.allOf[8].then.properties.op.enum},message:"must be equal to one of the allowed values"}],!1;var L=Wr===
e}else var L=!0;if(L){if(s.left!==void 0){let Jr=e;p.validate(s.left,{instancePath:t+"/left",parentData:s,parentDataProperty:"\
left",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var L=Jr===e}else
var L=!0;if(L)if(s.right!==void 0){let Jr=e;p.validate(s.right,{instancePath:t+"/right",parentData:s,parentDataProperty:"\
right",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var L=Jr===e}else
var L=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/type",keyword:"type",params:{type:"object"},
message:"must be object"}],!1;var He=ls===e;if($s=He,$s)var I=!0}if(!$s){let ls={instancePath:t,schemaPath:"#/allOf/8/if",
keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ls]:r.push(ls),e++,o.
errors=r,!1}var m=ns===e;if(m){i!==!0&&I!==void 0&&(I===!0?i=!0:(i=i||{},Object.assign(i,I)));let ls=e,fs=e,ps=!0,Qs=e;if(s&&
typeof s=="object"&&!Array.isArray(s)){let Wr;if(s.op===void 0&&(Wr="op")){let us={};r===null?r=[us]:r.push(us),e++}else if(s.
op!==void 0&&s.op!=="or"){let us={};r===null?r=[us]:r.push(us),e++}}var _=Qs===e;if(e=fs,r!==null&&(fs?r.length=fs:r=null),
_){let Wr=e;if(e===Wr)if(s&&typeof s=="object"&&!Array.isArray(s)){let ms;if(s.op===void 0&&(ms="op")||s.left===void 0&&
(ms="left")||s.right===void 0&&(ms="right"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/required",keyword:"\
required",params:{missingProperty:ms},message:"must have required property '"+ms+"'"}],!1;{let Us=e;for(let Hr in s)if(!(Hr===
"op"||Hr==="left"||Hr==="right")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:Hr},message:"must NOT have additional properties"}],!1;break}if(Us===e){
if(s.op!==void 0){let Hr=s.op,Rr=e;if(!(Hr==="and"||Hr==="or"))return o.errors=[{instancePath:t+"/op",schemaPath:"#/allO\
f/9/then/properties/op/enum",keyword:"enum",params:{allowedValues:es.allOf[9].then.properties.op.enum},message:"must be \
equal to one of the allowed values"}],!1;var se=Rr===e}else var se=!0;if(se){if(s.left!==void 0){let Hr=e;p.validate(s.left,
{instancePath:t+"/left",parentData:s,parentDataProperty:"left",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var se=Hr===e}else var se=!0;if(se)if(s.right!==void 0){let Hr=e;p.validate(s.right,
{instancePath:t+"/right",parentData:s,parentDataProperty:"right",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var se=Hr===e}else var se=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/9/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var _=Wr===e;if(ps=_,ps)var ge=!0}
if(!ps){let Wr={instancePath:t,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword:"then"},message:'must match\
 "then" schema'};return r===null?r=[Wr]:r.push(Wr),e++,o.errors=r,!1}var m=ls===e;if(m){i!==!0&&ge!==void 0&&(ge===!0?i=
!0:(i=i||{},Object.assign(i,ge)));let Wr=e,us=e,ms=!0,Us=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Rr;if(s.op===
void 0&&(Rr="op")){let ds={};r===null?r=[ds]:r.push(ds),e++}else if(s.op!==void 0&&s.op!=="if"){let ds={};r===null?r=[ds]:
r.push(ds),e++}}var ue=Us===e;if(e=us,r!==null&&(us?r.length=us:r=null),ue){let Rr=e;if(e===Rr)if(s&&typeof s=="object"&&
!Array.isArray(s)){let Ur;if(s.op===void 0&&(Ur="op")||s.test===void 0&&(Ur="test")||s.then===void 0&&(Ur="then")||s.else===
void 0&&(Ur="else"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty:Ur},
message:"must have required property '"+Ur+"'"}],!1;{let Xs=e;for(let qr in s)if(!(qr==="op"||qr==="test"||qr==="then"||
qr==="else")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/additionalProperties",keyword:"additionalProp\
erties",params:{additionalProperty:qr},message:"must NOT have additional properties"}],!1;break}if(Xs===e){if(s.op!==void 0){
let qr=e;if(s.op!=="if")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/10/then/properties/op/const",keyword:"\
const",params:{allowedValue:"if"},message:"must be equal to constant"}],!1;var j=qr===e}else var j=!0;if(j){if(s.test!==
void 0){let qr=e;p.validate(s.test,{instancePath:t+"/test",parentData:s,parentDataProperty:"test",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var j=qr===e}else var j=!0;if(j){if(s.then!==void 0){
let qr=e;p.validate(s.then,{instancePath:t+"/then",parentData:s,parentDataProperty:"then",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var j=qr===e}else var j=!0;if(j)if(s.else!==void 0){
let qr=e;p.validate(s.else,{instancePath:t+"/else",parentData:s,parentDataProperty:"else",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var j=qr===e}else var j=!0}}}}}else return o.errors=
[{instancePath:t,schemaPath:"#/allOf/10/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var ue=Rr===
e;if(ms=ue,ms)var b=!0}if(!ms){let Rr={instancePath:t,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword:"th\
en"},message:'must match "then" schema'};return r===null?r=[Rr]:r.push(Rr),e++,o.errors=r,!1}var m=Wr===e;if(m){i!==!0&&
b!==void 0&&(b===!0?i=!0:(i=i||{},Object.assign(i,b)));let Rr=e,ds=e,Ur=!0,Xs=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let ys;if(s.op===void 0&&(ys="op")){let cs={};r===null?r=[cs]:r.push(cs),e++}else if(s.op!==void 0&&s.op!=="compare"){
let cs={};r===null?r=[cs]:r.push(cs),e++}}var R=Xs===e;if(e=ds,r!==null&&(ds?r.length=ds:r=null),R){let ys=e;if(e===ys)if(s&&
typeof s=="object"&&!Array.isArray(s)){let hs;if(s.op===void 0&&(hs="op")||s.first===void 0&&(hs="first")||s.links===void 0&&
(hs="links"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/required",keyword:"required",params:{missingProperty:hs},
message:"must have required property '"+hs+"'"}],!1;{let Ys=e;for(let Ir in s)if(!(Ir==="op"||Ir==="first"||Ir==="links")){
return o.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:Ir},message:"must NOT have additional properties"}],!1;break}if(Ys===e){if(s.op!==void 0){let Ir=e;if(s.
op!=="compare")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/11/then/properties/op/const",keyword:"const",params:{
allowedValue:"compare"},message:"must be equal to constant"}],!1;var X=Ir===e}else var X=!0;if(X){if(s.first!==void 0){let Ir=e;
p.validate(s.first,{instancePath:t+"/first",parentData:s,parentDataProperty:"first",rootData:E,dynamicAnchors:J})||(r=r===
null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var X=Ir===e}else var X=!0;if(X)if(s.links!==void 0){let Ir=s.
links,Tr=e;if(e===Tr)if(Array.isArray(Ir)){var be=!0;let xr=Ir.length;for(let Fr=0;Fr<xr;Fr++){let C=Ir[Fr],mr=e;if(e===
mr)if(C&&typeof C=="object"&&!Array.isArray(C)){let dr;if(C.cmp===void 0&&(dr="cmp")||C.to===void 0&&(dr="to"))return o.
errors=[{instancePath:t+"/links/"+Fr,schemaPath:"#/allOf/11/then/properties/links/items/required",keyword:"required",params:{
missingProperty:dr},message:"must have required property '"+dr+"'"}],!1;{let Sr=e;for(let Oe in C)if(!(Oe==="cmp"||Oe===
"to")){return o.errors=[{instancePath:t+"/links/"+Fr,schemaPath:"#/allOf/11/then/properties/links/items/additionalProper\
ties",keyword:"additionalProperties",params:{additionalProperty:Oe},message:"must NOT have additional properties"}],!1;break}
if(Sr===e){if(C.cmp!==void 0){let Oe=C.cmp,Ar=e;if(!(Oe==="=="||Oe==="!="||Oe==="<"||Oe==="<="||Oe===">"||Oe===">="||Oe===
"in"||Oe==="not in"))return o.errors=[{instancePath:t+"/links/"+Fr+"/cmp",schemaPath:"#/allOf/11/then/properties/links/i\
tems/properties/cmp/enum",keyword:"enum",params:{allowedValues:es.allOf[11].then.properties.links.items.properties.cmp.enum},
message:"must be equal to one of the allowed values"}],!1;var Z=Ar===e}else var Z=!0;if(Z)if(C.to!==void 0){let Oe=e;p.validate(
C.to,{instancePath:t+"/links/"+Fr+"/to",parentData:C,parentDataProperty:"to",rootData:E,dynamicAnchors:J})||(r=r===null?
p.validate.errors:r.concat(p.validate.errors),e=r.length);var Z=Oe===e}else var Z=!0}}}else return o.errors=[{instancePath:t+
"/links/"+Fr,schemaPath:"#/allOf/11/then/properties/links/items/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"}],!1;var be=mr===e;if(!be)break}}else return o.errors=[{instancePath:t+"/links",schemaPath:"#/allOf/11/then\
/properties/links/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var X=Tr===e}else var X=!0}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var R=ys===e;if(Ur=R,Ur)var ce=!0}if(!Ur){let ys={instancePath:t,schemaPath:"#/allOf/11/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ys]:r.push(ys),e++,o.errors=r,!1}var m=Rr===
e;if(m){i!==!0&&ce!==void 0&&(ce===!0?i=!0:(i=i||{},Object.assign(i,ce)));let ys=e,cs=e,hs=!0,Ys=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Tr;if(s.op===void 0&&(Tr="op")){let vs={};r===null?r=[vs]:r.push(vs),e++}else if(s.op!==void 0&&
s.op!=="is"){let vs={};r===null?r=[vs]:r.push(vs),e++}}var B=Ys===e;if(e=cs,r!==null&&(cs?r.length=cs:r=null),B){let Tr=e;
if(e===Tr)if(s&&typeof s=="object"&&!Array.isArray(s)){let xr;if(s.op===void 0&&(xr="op")||s.of===void 0&&(xr="of")||s.test===
void 0&&(xr="test")||s.args===void 0&&(xr="args")||s.negated===void 0&&(xr="negated"))return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/12/then/required",keyword:"required",params:{missingProperty:xr},message:"must have required property '"+xr+"'"}],
!1;{let Fr=e;for(let C in s)if(!(C==="op"||C==="of"||C==="test"||C==="args"||C==="negated")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/12/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:C},message:"\
must NOT have additional properties"}],!1;break}if(Fr===e){if(s.op!==void 0){let C=e;if(s.op!=="is")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/12/then/properties/op/const",keyword:"const",params:{allowedValue:"is"},message:"must be equal\
 to constant"}],!1;var P=C===e}else var P=!0;if(P){if(s.of!==void 0){let C=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,
parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var P=C===e}else var P=!0;if(P){if(s.test!==void 0){let C=s.test,mr=e;if(!(C==="defined"||C==="undefined"||C==="none"||C===
"true"||C==="false"||C==="boolean"||C==="number"||C==="integer"||C==="float"||C==="string"||C==="mapping"||C==="sequence"||
C==="iterable"||C==="even"||C==="odd"||C==="divisibleby"||C==="lower"||C==="upper"||C==="in"||C==="eq"||C==="equalto"||C===
"sameas"||C==="ne"||C==="lt"||C==="lessthan"||C==="le"||C==="gt"||C==="greaterthan"||C==="ge"))return o.errors=[{instancePath:t+
"/test",schemaPath:"#/allOf/12/then/properties/test/enum",keyword:"enum",params:{allowedValues:es.allOf[12].then.properties.
test.enum},message:"must be equal to one of the allowed values"}],!1;var P=mr===e}else var P=!0;if(P){if(s.args!==void 0){
let C=s.args,mr=e;if(e===mr)if(Array.isArray(C)){var k=!0;let dr=C.length;for(let Sr=0;Sr<dr;Sr++){let Oe=e;p.validate(C[Sr],
{instancePath:t+"/args/"+Sr,parentData:C,parentDataProperty:Sr,rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var k=Oe===e;if(!k)break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"\
#/allOf/12/then/properties/args/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var P=mr===e}else
var P=!0;if(P)if(s.negated!==void 0){let C=e;if(typeof s.negated!="boolean")return o.errors=[{instancePath:t+"/negated",
schemaPath:"#/allOf/12/then/properties/negated/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"}],
!1;var P=C===e}else var P=!0}}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/12/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var B=Tr===e;if(hs=B,hs)var Q=!0}if(!hs){let Tr={instancePath:t,schemaPath:"\
#/allOf/12/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Tr]:r.
push(Tr),e++,o.errors=r,!1}var m=ys===e;if(m){i!==!0&&Q!==void 0&&(Q===!0?i=!0:(i=i||{},Object.assign(i,Q)));let Tr=e,vs=e,
xr=!0,Fr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let mr;if(s.op===void 0&&(mr="op")){let gs={};r===null?r=[gs]:r.
push(gs),e++}else if(s.op!==void 0&&s.op!=="arithmetic"){let gs={};r===null?r=[gs]:r.push(gs),e++}}var N=Fr===e;if(e=vs,
r!==null&&(vs?r.length=vs:r=null),N){let mr=e;if(e===mr)if(s&&typeof s=="object"&&!Array.isArray(s)){let dr;if(s.op===void 0&&
(dr="op")||s.fn===void 0&&(dr="fn")||s.left===void 0&&(dr="left")||s.right===void 0&&(dr="right"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/13/then/required",keyword:"required",params:{missingProperty:dr},message:"must have required propert\
y '"+dr+"'"}],!1;{let Sr=e;for(let Oe in s)if(!(Oe==="op"||Oe==="fn"||Oe==="left"||Oe==="right")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/13/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Oe},message:"\
must NOT have additional properties"}],!1;break}if(Sr===e){if(s.op!==void 0){let Oe=e;if(s.op!=="arithmetic")return o.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/13/then/properties/op/const",keyword:"const",params:{allowedValue:"arithmetic"},
message:"must be equal to constant"}],!1;var T=Oe===e}else var T=!0;if(T){if(s.fn!==void 0){let Oe=s.fn,Ar=e;if(!(Oe==="\
+"||Oe==="-"||Oe==="*"||Oe==="/"||Oe==="//"||Oe==="%"||Oe==="**"))return o.errors=[{instancePath:t+"/fn",schemaPath:"#/a\
llOf/13/then/properties/fn/enum",keyword:"enum",params:{allowedValues:es.allOf[13].then.properties.fn.enum},message:"mus\
t be equal to one of the allowed values"}],!1;var T=Ar===e}else var T=!0;if(T){if(s.left!==void 0){let Oe=e;p.validate(s.
left,{instancePath:t+"/left",parentData:s,parentDataProperty:"left",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.
errors:r.concat(p.validate.errors),e=r.length);var T=Oe===e}else var T=!0;if(T)if(s.right!==void 0){let Oe=e;p.validate(
s.right,{instancePath:t+"/right",parentData:s,parentDataProperty:"right",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.
errors:r.concat(p.validate.errors),e=r.length);var T=Oe===e}else var T=!0}}}}}else return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/13/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var N=mr===e;if(xr=N,xr)var Le=!0}
if(!xr){let mr={instancePath:t,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword:"then"},message:'must matc\
h "then" schema'};return r===null?r=[mr]:r.push(mr),e++,o.errors=r,!1}var m=Tr===e;if(m){i!==!0&&Le!==void 0&&(Le===!0?i=
!0:(i=i||{},Object.assign(i,Le)));let mr=e,gs=e,dr=!0,Sr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Ar;if(s.op===
void 0&&(Ar="op")){let bs={};r===null?r=[bs]:r.push(bs),e++}else if(s.op!==void 0&&s.op!=="list"){let bs={};r===null?r=[
bs]:r.push(bs),e++}}var Fe=Sr===e;if(e=gs,r!==null&&(gs?r.length=gs:r=null),Fe){let Ar=e;if(e===Ar)if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Is;if(s.op===void 0&&(Is="op")||s.items===void 0&&(Is="items"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/14/then/required",keyword:"required",params:{missingProperty:Is},message:"must have required propert\
y '"+Is+"'"}],!1;{let Zs=e;for(let Xr in s)if(!(Xr==="op"||Xr==="items")){return o.errors=[{instancePath:t,schemaPath:"#\
/allOf/14/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Xr},message:"must NOT hav\
e additional properties"}],!1;break}if(Zs===e){if(s.op!==void 0){let Xr=e;if(s.op!=="list")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/14/then/properties/op/const",keyword:"const",params:{allowedValue:"list"},message:"must be equ\
al to constant"}],!1;var Ne=Xr===e}else var Ne=!0;if(Ne)if(s.items!==void 0){let Xr=s.items,Vr=e;if(e===Vr)if(Array.isArray(
Xr)){var we=!0;let Yr=Xr.length;for(let ks=0;ks<Yr;ks++){let Cr=e;p.validate(Xr[ks],{instancePath:t+"/items/"+ks,parentData:Xr,
parentDataProperty:ks,rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var we=Cr===e;if(!we)break}}else return o.errors=[{instancePath:t+"/items",schemaPath:"#/allOf/14/then/properties/items/\
type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ne=Vr===e}else var Ne=!0}}}else return o.errors=
[{instancePath:t,schemaPath:"#/allOf/14/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Fe=Ar===
e;if(dr=Fe,dr)var U=!0}if(!dr){let Ar={instancePath:t,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword:"th\
en"},message:'must match "then" schema'};return r===null?r=[Ar]:r.push(Ar),e++,o.errors=r,!1}var m=mr===e;if(m){i!==!0&&
U!==void 0&&(U===!0?i=!0:(i=i||{},Object.assign(i,U)));let Ar=e,bs=e,Is=!0,Zs=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let Vr;if(s.op===void 0&&(Vr="op")){let _s={};r===null?r=[_s]:r.push(_s),e++}else if(s.op!==void 0&&s.op!=="dict"){let _s={};
r===null?r=[_s]:r.push(_s),e++}}var _r=Zs===e;if(e=bs,r!==null&&(bs?r.length=bs:r=null),_r){let Vr=e;if(e===Vr)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Yr;if(s.op===void 0&&(Yr="op")||s.entries===void 0&&(Yr="entries"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/15/then/required",keyword:"required",params:{missingProperty:Yr},message:"must have required propert\
y '"+Yr+"'"}],!1;{let ks=e;for(let Cr in s)if(!(Cr==="op"||Cr==="entries")){return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/15/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Cr},message:"must NOT ha\
ve additional properties"}],!1;break}if(ks===e){if(s.op!==void 0){let Cr=e;if(s.op!=="dict")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/15/then/properties/op/const",keyword:"const",params:{allowedValue:"dict"},message:"must be equ\
al to constant"}],!1;var nr=Cr===e}else var nr=!0;if(nr)if(s.entries!==void 0){let Cr=s.entries,Dr=e;if(e===Dr)if(Array.
isArray(Cr)){var or=!0;let Br=Cr.length;for(let Gr=0;Gr<Br;Gr++){let fe=Cr[Gr],ir=e;if(e===ir)if(Array.isArray(fe)){if(fe.
length>2)return o.errors=[{instancePath:t+"/entries/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/maxItems",
keyword:"maxItems",params:{limit:2},message:"must NOT have more than 2 items"}],!1;if(fe.length<2)return o.errors=[{instancePath:t+
"/entries/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/minItems",keyword:"minItems",params:{limit:2},message:"\
must NOT have fewer than 2 items"}],!1;{var Er=!0;let ar=fe.length;for(let yr=0;yr<ar;yr++){let he=e;p.validate(fe[yr],{
instancePath:t+"/entries/"+Gr+"/"+yr,parentData:fe,parentDataProperty:yr,rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.
errors:r.concat(p.validate.errors),e=r.length);var Er=he===e;if(!Er)break}}}else return o.errors=[{instancePath:t+"/entr\
ies/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/type",keyword:"type",params:{type:"array"},message:"must b\
e array"}],!1;var or=ir===e;if(!or)break}}else return o.errors=[{instancePath:t+"/entries",schemaPath:"#/allOf/15/then/p\
roperties/entries/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var nr=Dr===e}else var nr=!0}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/15/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var _r=Vr===e;if(Is=_r,Is)var lr=!0}if(!Is){let Vr={instancePath:t,schemaPath:"#/allOf/15/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Vr]:r.push(Vr),e++,o.errors=r,!1}var m=Ar===
e;if(m){i!==!0&&lr!==void 0&&(lr===!0?i=!0:(i=i||{},Object.assign(i,lr)));let Vr=e,_s=e,Yr=!0,ks=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Dr;if(s.op===void 0&&(Dr="op")){let ws={};r===null?r=[ws]:r.push(ws),e++}else if(s.op!==void 0&&
s.op!=="call"){let ws={};r===null?r=[ws]:r.push(ws),e++}}var fr=ks===e;if(e=_s,r!==null&&(_s?r.length=_s:r=null),fr){let Dr=e;
if(e===Dr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Br;if(s.op===void 0&&(Br="op")||s.fn===void 0&&(Br="fn")||s.args===
void 0&&(Br="args"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/required",keyword:"required",params:{missingProperty:Br},
message:"must have required property '"+Br+"'"}],!1;{let Gr=e;for(let fe in s)if(!(fe==="op"||fe==="fn"||fe==="args"||fe===
"named")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/additionalProperties",keyword:"additionalProperti\
es",params:{additionalProperty:fe},message:"must NOT have additional properties"}],!1;break}if(Gr===e){if(s.op!==void 0){
let fe=e;if(s.op!=="call")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/16/then/properties/op/const",keyword:"\
const",params:{allowedValue:"call"},message:"must be equal to constant"}],!1;var Ze=fe===e}else var Ze=!0;if(Ze){if(s.fn!==
void 0){let fe=s.fn,ir=e;if(!(fe==="len"||fe==="str"||fe==="int"||fe==="float"||fe==="bool"||fe==="abs"||fe==="min"||fe===
"max"||fe==="sum"||fe==="any"||fe==="all"||fe==="round"||fe==="sorted"||fe==="list"||fe==="dict"||fe==="range"||fe==="en\
umerate"||fe==="zip"))return o.errors=[{instancePath:t+"/fn",schemaPath:"#/allOf/16/then/properties/fn/enum",keyword:"en\
um",params:{allowedValues:es.allOf[16].then.properties.fn.enum},message:"must be equal to one of the allowed values"}],!1;
var Ze=ir===e}else var Ze=!0;if(Ze){if(s.args!==void 0){let fe=s.args,ir=e;if(e===ir)if(Array.isArray(fe)){var Mr=!0;let ar=fe.
length;for(let yr=0;yr<ar;yr++){let he=e;p.validate(fe[yr],{instancePath:t+"/args/"+yr,parentData:fe,parentDataProperty:yr,
rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Mr=he===e;if(!Mr)
break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/16/then/properties/args/type",keyword:"type",params:{
type:"array"},message:"must be array"}],!1;var Ze=ir===e}else var Ze=!0;if(Ze)if(s.named!==void 0){let fe=s.named,ir=e;if(e===
ir)if(fe&&typeof fe=="object"&&!Array.isArray(fe))for(let ar in fe){let yr=e;p.validate(fe[ar],{instancePath:t+"/named/"+
ar.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:fe,parentDataProperty:ar,rootData:E,dynamicAnchors:J})||(r=r===null?
p.validate.errors:r.concat(p.validate.errors),e=r.length);var xs=yr===e;if(!xs)break}else return o.errors=[{instancePath:t+
"/named",schemaPath:"#/allOf/16/then/properties/named/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"}],!1;var Ze=ir===e}else var Ze=!0}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var fr=Dr===e;if(Yr=fr,Yr)var $e=!0}if(!Yr){let Dr={instancePath:t,
schemaPath:"#/allOf/16/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Dr]:r.push(Dr),e++,o.errors=r,!1}var m=Vr===e;if(m){i!==!0&&$e!==void 0&&($e===!0?i=!0:(i=i||{},Object.assign(i,$e)));
let Dr=e,ws=e,Br=!0,Gr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ir;if(s.op===void 0&&(ir="op")){let Ps={};r===
null?r=[Ps]:r.push(Ps),e++}else if(s.op!==void 0&&s.op!=="method"){let Ps={};r===null?r=[Ps]:r.push(Ps),e++}}var kr=Gr===
e;if(e=ws,r!==null&&(ws?r.length=ws:r=null),kr){let ir=e;if(e===ir)if(s&&typeof s=="object"&&!Array.isArray(s)){let ar;if(s.
op===void 0&&(ar="op")||s.of===void 0&&(ar="of")||s.name===void 0&&(ar="name")||s.args===void 0&&(ar="args"))return o.errors=
[{instancePath:t,schemaPath:"#/allOf/17/then/required",keyword:"required",params:{missingProperty:ar},message:"must have\
 required property '"+ar+"'"}],!1;{let yr=e;for(let he in s)if(!(he==="op"||he==="of"||he==="name"||he==="args")){return o.
errors=[{instancePath:t,schemaPath:"#/allOf/17/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:he},
message:"must NOT have additional properties"}],!1;break}if(yr===e){if(s.op!==void 0){let he=e;if(s.op!=="method")return o.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/17/then/properties/op/const",keyword:"const",params:{allowedValue:"met\
hod"},message:"must be equal to constant"}],!1;var er=he===e}else var er=!0;if(er){if(s.of!==void 0){let he=e;p.validate(
s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var er=he===e}else var er=!0;if(er){if(s.name!==void 0){let he=s.name,Pr=e;if(!(he===
"upper"||he==="lower"||he==="title"||he==="capitalize"||he==="strip"||he==="lstrip"||he==="rstrip"||he==="split"||he==="\
rsplit"||he==="splitlines"||he==="startswith"||he==="endswith"||he==="replace"||he==="find"||he==="join"||he==="count"||
he==="index"||he==="keys"||he==="values"||he==="items"||he==="get"))return o.errors=[{instancePath:t+"/name",schemaPath:"\
#/allOf/17/then/properties/name/enum",keyword:"enum",params:{allowedValues:es.allOf[17].then.properties.name.enum},message:"\
must be equal to one of the allowed values"}],!1;var er=Pr===e}else var er=!0;if(er)if(s.args!==void 0){let he=s.args,Pr=e;
if(e===Pr)if(Array.isArray(he)){var tr=!0;let Nr=he.length;for(let js=0;js<Nr;js++){let V=e;p.validate(he[js],{instancePath:t+
"/args/"+js,parentData:he,parentDataProperty:js,rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.
validate.errors),e=r.length);var tr=V===e;if(!tr)break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allO\
f/17/then/properties/args/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var er=Pr===e}else var er=!0}}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/17/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var kr=ir===e;if(Br=kr,Br)var Me=!0}if(!Br){let ir={instancePath:t,schemaPath:"#/allOf/17/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ir]:r.push(ir),e++,o.errors=r,!1}var m=Dr===
e;if(m){i!==!0&&Me!==void 0&&(Me===!0?i=!0:(i=i||{},Object.assign(i,Me)));let ir=e,Ps=e,ar=!0,yr=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Pr;if(s.op===void 0&&(Pr="op")){let Os={};r===null?r=[Os]:r.push(Os),e++}else if(s.op!==void 0&&
s.op!=="filter"){let Os={};r===null?r=[Os]:r.push(Os),e++}}var Ve=yr===e;if(e=Ps,r!==null&&(Ps?r.length=Ps:r=null),Ve){let Pr=e;
if(e===Pr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Nr;if(s.op===void 0&&(Nr="op")||s.of===void 0&&(Nr="of")||s.name===
void 0&&(Nr="name")||s.args===void 0&&(Nr="args")||s.named===void 0&&(Nr="named"))return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/18/then/required",keyword:"required",params:{missingProperty:Nr},message:"must have required property '"+Nr+"'"}],
!1;{let js=e;for(let V in s)if(!(V==="op"||V==="of"||V==="name"||V==="args"||V==="named")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/18/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:V},message:"\
must NOT have additional properties"}],!1;break}if(js===e){if(s.op!==void 0){let V=e;if(s.op!=="filter")return o.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/18/then/properties/op/const",keyword:"const",params:{allowedValue:"filter"},message:"\
must be equal to constant"}],!1;var Re=V===e}else var Re=!0;if(Re){if(s.of!==void 0){let V=e;p.validate(s.of,{instancePath:t+
"/of",parentData:s,parentDataProperty:"of",rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.
errors),e=r.length);var Re=V===e}else var Re=!0;if(Re){if(s.name!==void 0){let V=s.name,cr=e;if(!(V==="join"||V==="upper"||
V==="lower"||V==="title"||V==="capitalize"||V==="trim"||V==="replace"||V==="truncate"||V==="default"||V==="length"||V===
"first"||V==="last"||V==="reverse"||V==="sort"||V==="unique"||V==="round"||V==="abs"||V==="int"||V==="float"||V==="strin\
g"||V==="list"||V==="tojson"||V==="dump"||V==="indent"||V==="wordcount"||V==="striptags"||V==="urlencode"||V==="escape"||
V==="map"||V==="select"||V==="reject"||V==="selectattr"||V==="rejectattr"||V==="groupby"||V==="batch"||V==="slice"||V===
"sum"||V==="min"||V==="max"||V==="items"))return o.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/18/then/propertie\
s/name/enum",keyword:"enum",params:{allowedValues:es.allOf[18].then.properties.name.enum},message:"must be equal to one \
of the allowed values"}],!1;var Re=cr===e}else var Re=!0;if(Re){if(s.args!==void 0){let V=s.args,cr=e;if(e===cr)if(Array.
isArray(V)){var d=!0;let wr=V.length;for(let Lr=0;Lr<wr;Lr++){let hr=e;p.validate(V[Lr],{instancePath:t+"/args/"+Lr,parentData:V,
parentDataProperty:Lr,rootData:E,dynamicAnchors:J})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var d=hr===e;if(!d)break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/18/then/properties/args/type",
keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Re=cr===e}else var Re=!0;if(Re)if(s.named!==void 0){
let V=s.named,cr=e;if(e===cr)if(V&&typeof V=="object"&&!Array.isArray(V))for(let wr in V){let Lr=e;p.validate(V[wr],{instancePath:t+
"/named/"+wr.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:V,parentDataProperty:wr,rootData:E,dynamicAnchors:J})||(r=
r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var _e=Lr===e;if(!_e)break}else return o.errors=[{instancePath:t+
"/named",schemaPath:"#/allOf/18/then/properties/named/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"}],!1;var Re=cr===e}else var Re=!0}}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/18/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var Ve=Pr===e;if(ar=Ve,ar)var De=!0}if(!ar){let Pr={instancePath:t,
schemaPath:"#/allOf/18/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Pr]:r.push(Pr),e++,o.errors=r,!1}var m=ir===e;if(m){i!==!0&&De!==void 0&&(De===!0?i=!0:(i=i||{},Object.assign(i,De)));
let Pr=e,Os=e,Nr=!0,js=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let cr;if(s.op===void 0&&(cr="op")){let qs={};r===
null?r=[qs]:r.push(qs),e++}else if(s.op!==void 0&&s.op!=="comprehension"){let qs={};r===null?r=[qs]:r.push(qs),e++}}var z=js===
e;if(e=Os,r!==null&&(Os?r.length=Os:r=null),z){let cr=e;if(e===cr)if(s&&typeof s=="object"&&!Array.isArray(s)){let wr;if(s.
op===void 0&&(wr="op")||s.body===void 0&&(wr="body")||s.clauses===void 0&&(wr="clauses"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/19/then/required",keyword:"required",params:{missingProperty:wr},message:"must have required propert\
y '"+wr+"'"}],!1;{let Lr=e;for(let hr in s)if(!(hr==="op"||hr==="body"||hr==="clauses"||hr==="lazy")){return o.errors=[{
instancePath:t,schemaPath:"#/allOf/19/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:hr},
message:"must NOT have additional properties"}],!1;break}if(Lr===e){if(s.op!==void 0){let hr=e;if(s.op!=="comprehension")
return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/19/then/properties/op/const",keyword:"const",params:{allowedValue:"\
comprehension"},message:"must be equal to constant"}],!1;var ne=hr===e}else var ne=!0;if(ne){if(s.body!==void 0){let hr=e;
p.validate(s.body,{instancePath:t+"/body",parentData:s,parentDataProperty:"body",rootData:E,dynamicAnchors:J})||(r=r===null?
p.validate.errors:r.concat(p.validate.errors),e=r.length);var ne=hr===e}else var ne=!0;if(ne){if(s.clauses!==void 0){let hr=s.
clauses,Zr=e;if(e===Zr)if(Array.isArray(hr)){var a=!0;let zs=hr.length;for(let $r=0;$r<zs;$r++){let Be=hr[$r],Rs=e;if(e===
Rs)if(Be&&typeof Be=="object"&&!Array.isArray(Be)){let Vs;if(Be.names===void 0&&(Vs="names")||Be.in===void 0&&(Vs="in")||
Be.if===void 0&&(Vs="if"))return o.errors=[{instancePath:t+"/clauses/"+$r,schemaPath:"#/allOf/19/then/properties/clauses\
/items/required",keyword:"required",params:{missingProperty:Vs},message:"must have required property '"+Vs+"'"}],!1;{let Ds=e;
for(let vr in Be)if(!(vr==="names"||vr==="in"||vr==="if")){return o.errors=[{instancePath:t+"/clauses/"+$r,schemaPath:"#\
/allOf/19/then/properties/clauses/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:vr},
message:"must NOT have additional properties"}],!1;break}if(Ds===e){if(Be.names!==void 0){let vr=Be.names,Ss=e;if(e===Ss)
if(Array.isArray(vr)){var Y=!0;let st=vr.length;for(let Es=0;Es<st;Es++){let Ks=e;if(typeof vr[Es]!="string")return o.errors=
[{instancePath:t+"/clauses/"+$r+"/names/"+Es,schemaPath:"#/allOf/19/then/properties/clauses/items/properties/names/items\
/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Y=Ks===e;if(!Y)break}}else return o.errors=
[{instancePath:t+"/clauses/"+$r+"/names",schemaPath:"#/allOf/19/then/properties/clauses/items/properties/names/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var g=Ss===e}else var g=!0;if(g){if(Be.in!==void 0){let vr=e;p.
validate(Be.in,{instancePath:t+"/clauses/"+$r+"/in",parentData:Be,parentDataProperty:"in",rootData:E,dynamicAnchors:J})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var g=vr===e}else var g=!0;if(g)if(Be.if!==void 0){
let vr=Be.if,Ss=e;if(e===Ss)if(Array.isArray(vr)){var $=!0;let Es=vr.length;for(let Ks=0;Ks<Es;Ks++){let tt=e;p.validate(
vr[Ks],{instancePath:t+"/clauses/"+$r+"/if/"+Ks,parentData:vr,parentDataProperty:Ks,rootData:E,dynamicAnchors:J})||(r=r===
null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var $=tt===e;if(!$)break}}else return o.errors=[{instancePath:t+
"/clauses/"+$r+"/if",schemaPath:"#/allOf/19/then/properties/clauses/items/properties/if/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var g=Ss===e}else var g=!0}}}}else return o.errors=[{instancePath:t+"/clauses/"+$r,
schemaPath:"#/allOf/19/then/properties/clauses/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var a=Rs===e;if(!a)break}}else return o.errors=[{instancePath:t+"/clauses",schemaPath:"#/allOf/19/then/properties/cla\
uses/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var ne=Zr===e}else var ne=!0;if(ne)if(s.lazy!==
void 0){let hr=e;if(s.lazy!==!0)return o.errors=[{instancePath:t+"/lazy",schemaPath:"#/allOf/19/then/properties/lazy/con\
st",keyword:"const",params:{allowedValue:!0},message:"must be equal to constant"}],!1;var ne=hr===e}else var ne=!0}}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/19/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var z=cr===e;if(Nr=z,Nr)var O=!0}if(!Nr){let cr={instancePath:t,schemaPath:"#/allOf/19/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[cr]:r.push(cr),e++,o.errors=r,!1}var m=Pr===
e;if(m){i!==!0&&O!==void 0&&(O===!0?i=!0:(i=i||{},Object.assign(i,O)));let cr=e,qs=e,wr=!0,Lr=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let Zr;if(s.op===void 0&&(Zr="op")){let Hs={};r===null?r=[Hs]:r.push(Hs),e++}else if(s.op!==void 0&&s.
op!=="text"){let Hs={};r===null?r=[Hs]:r.push(Hs),e++}}var c=Lr===e;if(e=qs,r!==null&&(qs?r.length=qs:r=null),c){let Zr=e;
if(e===Zr)if(s&&typeof s=="object"&&!Array.isArray(s)){let zs;if(s.op===void 0&&(zs="op")||s.parts===void 0&&(zs="parts"))
return o.errors=[{instancePath:t,schemaPath:"#/allOf/20/then/required",keyword:"required",params:{missingProperty:zs},message:"\
must have required property '"+zs+"'"}],!1;{let $r=e;for(let Be in s)if(!(Be==="op"||Be==="parts")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/20/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Be},message:"\
must NOT have additional properties"}],!1;break}if($r===e){if(s.op!==void 0){let Be=e;if(s.op!=="text")return o.errors=[
{instancePath:t+"/op",schemaPath:"#/allOf/20/then/properties/op/const",keyword:"const",params:{allowedValue:"text"},message:"\
must be equal to constant"}],!1;var ke=Be===e}else var ke=!0;if(ke)if(s.parts!==void 0){let Be=s.parts,Rs=e;if(e===Rs)if(Array.
isArray(Be)){var h=!0;let Vs=Be.length;for(let Ds=0;Ds<Vs;Ds++){let vr=e;ae(Be[Ds],{instancePath:t+"/parts/"+Ds,parentData:Be,
parentDataProperty:Ds,rootData:E,dynamicAnchors:J})||(r=r===null?ae.errors:r.concat(ae.errors),e=r.length);var h=vr===e;
if(!h)break}}else return o.errors=[{instancePath:t+"/parts",schemaPath:"#/allOf/20/then/properties/parts/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var ke=Rs===e}else var ke=!0}}}else return o.errors=[{instancePath:t,
schemaPath:"#/allOf/20/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var c=Zr===e;if(wr=
c,wr)var oe=!0}if(!wr){let Zr={instancePath:t,schemaPath:"#/allOf/20/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[Zr]:r.push(Zr),e++,o.errors=r,!1}var m=cr===e;m&&i!==!0&&oe!==void 0&&(oe===
!0?i=!0:(i=i||{},Object.assign(i,oe)))}}}}}}}}}}}}}}}}}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let u;if(s.
op===void 0&&(u="op"))return o.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:u},
message:"must have required property '"+u+"'"}],!1;if(i!==!0&&(i=i||{},i.op=!0),s.op!==void 0){let f=s.op;if(!(f==="lit"||
f==="root"||f==="local"||f==="get"||f==="index"||f==="slice"||f==="not"||f==="negate"||f==="and"||f==="or"||f==="if"||f===
"compare"||f==="is"||f==="arithmetic"||f==="list"||f==="dict"||f==="call"||f==="method"||f==="filter"||f==="comprehensio\
n"||f==="text"))return o.errors=[{instancePath:t+"/op",schemaPath:"#/properties/op/enum",keyword:"enum",params:{allowedValues:es.
properties.op.enum},message:"must be equal to one of the allowed values"}],!1}}else return o.errors=[{instancePath:t,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;return o.errors=r,xe.props=i,e===0}o.evaluated=
{dynamicProps:!0,dynamicItems:!1};function K(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:E=s,dynamicAnchors:J={}}={}){
let r=null,e=0,xe=K.evaluated;if(xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0),e===0)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Ke;if(s.format===void 0&&(Ke="format")||s.hash===void 0&&(Ke="hash")||s.workflow===void 0&&
(Ke="workflow")||s.state===void 0&&(Ke="state")||s.inputs===void 0&&(Ke="inputs")||s.start===void 0&&(Ke="start")||s.ops===
void 0&&(Ke="ops")||s.code===void 0&&(Ke="code")||s.env===void 0&&(Ke="env")||s.recorded_env===void 0&&(Ke="recorded_env")||
s.requires===void 0&&(Ke="requires")||s.settings===void 0&&(Ke="settings")||s.debug===void 0&&(Ke="debug"))return K.errors=
[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:Ke},message:"must have required prop\
erty '"+Ke+"'"}],!1;{let rr=e;for(let y in s)if(!Cs.call(et.properties,y)){return K.errors=[{instancePath:t,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional p\
roperties"}],!1;break}if(rr===e){if(s.format!==void 0){let y=e;if(s.format!==1)return K.errors=[{instancePath:t+"/format",
schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue:1},message:"must be equal to constant"}],!1;
var re=y===e}else var re=!0;if(re){if(s.hash!==void 0){let y=s.hash,H=e;if(e===H)if(typeof y=="string"){if(!it.test(y))return K.
errors=[{instancePath:t+"/hash",schemaPath:"#/properties/hash/pattern",keyword:"pattern",params:{pattern:"^[0-9a-f]{64}$"},
message:'must match pattern "^[0-9a-f]{64}$"'}],!1}else return K.errors=[{instancePath:t+"/hash",schemaPath:"#/propertie\
s/hash/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var re=H===e}else var re=!0;if(re){if(s.
workflow!==void 0){let y=s.workflow,H=e;if(e===H)if(y&&typeof y=="object"&&!Array.isArray(y)){let L;if(y.id===void 0&&(L=
"id")||y.version===void 0&&(L="version"))return K.errors=[{instancePath:t+"/workflow",schemaPath:"#/properties/workflow/\
required",keyword:"required",params:{missingProperty:L},message:"must have required property '"+L+"'"}],!1;{let I=e;for(let _ in y)
if(!(_==="id"||_==="version"||_==="name"||_==="description"||_==="labels")){return K.errors=[{instancePath:t+"/workflow",
schemaPath:"#/properties/workflow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:_},message:"\
must NOT have additional properties"}],!1;break}if(I===e){if(y.id!==void 0){let _=e;if(typeof y.id!="string")return K.errors=
[{instancePath:t+"/workflow/id",schemaPath:"#/properties/workflow/properties/id/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"}],!1;var je=_===e}else var je=!0;if(je){if(y.version!==void 0){let _=e;if(typeof y.version!=
"string")return K.errors=[{instancePath:t+"/workflow/version",schemaPath:"#/properties/workflow/properties/version/type",
keyword:"type",params:{type:"string"},message:"must be string"}],!1;var je=_===e}else var je=!0;if(je){if(y.name!==void 0){
let _=e;if(typeof y.name!="string")return K.errors=[{instancePath:t+"/workflow/name",schemaPath:"#/properties/workflow/p\
roperties/name/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var je=_===e}else var je=!0;if(je){
if(y.description!==void 0){let _=e;if(typeof y.description!="string")return K.errors=[{instancePath:t+"/workflow/descrip\
tion",schemaPath:"#/properties/workflow/properties/description/type",keyword:"type",params:{type:"string"},message:"must\
 be string"}],!1;var je=_===e}else var je=!0;if(je)if(y.labels!==void 0){let _=y.labels,se=e;if(e===se)if(_&&typeof _=="\
object"&&!Array.isArray(_))for(let ue in _){let j=e;if(typeof _[ue]!="string")return K.errors=[{instancePath:t+"/workflo\
w/labels/"+ue.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/workflow/properties/labels/additionalPrope\
rties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Xe=j===e;if(!Xe)break}else return K.
errors=[{instancePath:t+"/workflow/labels",schemaPath:"#/properties/workflow/properties/labels/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var je=se===e}else var je=!0}}}}}}else return K.errors=[{instancePath:t+"/w\
orkflow",schemaPath:"#/properties/workflow/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var re=H===
e}else var re=!0;if(re){if(s.state!==void 0){let y=s.state,H=e;if(e===H)if(y&&typeof y=="object"&&!Array.isArray(y))for(let L in y){
let I=y[L],_=e;if(e===_)if(I&&typeof I=="object"&&!Array.isArray(I)){let se;if(I.type===void 0&&(se="type"))return K.errors=
[{instancePath:t+"/state/"+L.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/\
required",keyword:"required",params:{missingProperty:se},message:"must have required property '"+se+"'"}],!1;{let ge=e;for(let ue in I)
if(!(ue==="type"||ue==="schema"||ue==="default")){return K.errors=[{instancePath:t+"/state/"+L.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:ue},message:"must NOT have additional properties"}],!1;break}ge===e&&I.type!==void 0&&(q(I.type,{instancePath:t+
"/state/"+L.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",parentData:I,parentDataProperty:"type",rootData:E,dynamicAnchors:J})||
(r=r===null?q.errors:r.concat(q.errors),e=r.length))}}else return K.errors=[{instancePath:t+"/state/"+L.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var Or=_===e;if(!Or)break}else return K.errors=[{instancePath:t+"/state",schemaPath:"#/properties/s\
tate/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var re=H===e}else var re=!0;if(re){if(s.inputs!==
void 0){let y=s.inputs,H=e;if(e===H)if(Array.isArray(y)){var Qe=!0;let L=y.length;for(let I=0;I<L;I++){let _=y[I],se=e;if(e===
se)if(_&&typeof _=="object"&&!Array.isArray(_)){let ue;if(_.key===void 0&&(ue="key")||_.required===void 0&&(ue="required"))
return K.errors=[{instancePath:t+"/inputs/"+I,schemaPath:"#/properties/inputs/items/required",keyword:"required",params:{
missingProperty:ue},message:"must have required property '"+ue+"'"}],!1;{let j=e;for(let b in _)if(!(b==="key"||b==="req\
uired")){return K.errors=[{instancePath:t+"/inputs/"+I,schemaPath:"#/properties/inputs/items/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:b},message:"must NOT have additional properties"}],!1;break}if(j===e){if(_.
key!==void 0){let b=e;if(typeof _.key!="string")return K.errors=[{instancePath:t+"/inputs/"+I+"/key",schemaPath:"#/prope\
rties/inputs/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=b===e}else
var i=!0;if(i)if(_.required!==void 0){let b=e;if(typeof _.required!="boolean")return K.errors=[{instancePath:t+"/inputs/"+
I+"/required",schemaPath:"#/properties/inputs/items/properties/required/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"}],!1;var i=b===e}else var i=!0}}}else return K.errors=[{instancePath:t+"/inputs/"+I,schemaPath:"#/prope\
rties/inputs/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Qe=se===e;if(!Qe)break}}else
return K.errors=[{instancePath:t+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var re=H===e}else var re=!0;if(re){if(s.start!==void 0){let y=s.start,H=e;if(!(typeof y=="number"&&!(y%
1)&&!isNaN(y)&&isFinite(y)))return K.errors=[{instancePath:t+"/start",schemaPath:"#/properties/start/type",keyword:"type",
params:{type:"integer"},message:"must be integer"}],!1;if(e===H&&typeof y=="number"&&isFinite(y)&&(y<0||isNaN(y)))return K.
errors=[{instancePath:t+"/start",schemaPath:"#/properties/start/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"}],!1;var re=H===e}else var re=!0;if(re){if(s.ops!==void 0){let y=s.ops,H=e;if(e===H)if(Array.isArray(
y)){if(y.length<1)return K.errors=[{instancePath:t+"/ops",schemaPath:"#/properties/ops/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"}],!1;{var m=!0;let L=y.length;for(let I=0;I<L;I++){let _=e;n(y[I],{instancePath:t+
"/ops/"+I,parentData:y,parentDataProperty:I,rootData:E,dynamicAnchors:J})||(r=r===null?n.errors:r.concat(n.errors),e=r.length);
var m=_===e;if(!m)break}}}else return K.errors=[{instancePath:t+"/ops",schemaPath:"#/properties/ops/type",keyword:"type",
params:{type:"array"},message:"must be array"}],!1;var re=H===e}else var re=!0;if(re){if(s.code!==void 0){let y=s.code,H=e;
if(e===H)if(Array.isArray(y)){var me=!0;let L=y.length;for(let I=0;I<L;I++){let _=e;o(y[I],{instancePath:t+"/code/"+I,parentData:y,
parentDataProperty:I,rootData:E,dynamicAnchors:J})||(r=r===null?o.errors:r.concat(o.errors),e=r.length);var me=_===e;if(!me)
break}}else return K.errors=[{instancePath:t+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"}],!1;var re=H===e}else var re=!0;if(re){if(s.env!==void 0){let y=s.env,H=e;if(e===H)if(Array.
isArray(y)){var Ge=!0;let L=y.length;for(let I=0;I<L;I++){let _=e;if(typeof y[I]!="string")return K.errors=[{instancePath:t+
"/env/"+I,schemaPath:"#/properties/env/items/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Ge=_===
e;if(!Ge)break}}else return K.errors=[{instancePath:t+"/env",schemaPath:"#/properties/env/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var re=H===e}else var re=!0;if(re){if(s.recorded_env!==void 0){let y=s.recorded_env,
H=e;if(e===H)if(Array.isArray(y)){var Pe=!0;let L=y.length;for(let I=0;I<L;I++){let _=e;if(typeof y[I]!="string")return K.
errors=[{instancePath:t+"/recorded_env/"+I,schemaPath:"#/properties/recorded_env/items/type",keyword:"type",params:{type:"\
string"},message:"must be string"}],!1;var Pe=_===e;if(!Pe)break}}else return K.errors=[{instancePath:t+"/recorded_env",
schemaPath:"#/properties/recorded_env/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var re=H===
e}else var re=!0;if(re){if(s.requires!==void 0){let y=s.requires,H=e;if(e===H)if(Array.isArray(y)){var Ie=!0;let L=y.length;
for(let I=0;I<L;I++){let _=y[I],se=e;if(e===se)if(_&&typeof _=="object"&&!Array.isArray(_)){let ue;if(_.feature===void 0&&
(ue="feature")||_.by===void 0&&(ue="by"))return K.errors=[{instancePath:t+"/requires/"+I,schemaPath:"#/properties/requir\
es/items/required",keyword:"required",params:{missingProperty:ue},message:"must have required property '"+ue+"'"}],!1;{let j=e;
for(let b in _)if(!(b==="feature"||b==="by")){return K.errors=[{instancePath:t+"/requires/"+I,schemaPath:"#/properties/r\
equires/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:b},message:"must NOT have \
additional properties"}],!1;break}if(j===e){if(_.feature!==void 0){let b=_.feature,R=e;if(!(b==="parallel"||b==="wait"||
b==="human_approval"||b==="policy"||b==="subgraph"||b==="token_budget"||b==="cost_budget"||b==="on_budget_exceeded"||b===
"data_policy"||b==="oauth"||b==="federation"||b==="continue_as_new"||b==="workflow_timeout"||b==="effect_once"||b==="mod\
el_tools"||b==="output_schema"||b==="output_to_state"||b==="model_retry"||b==="policy_file"||b==="secret_backends"||b===
"lint_severities"||b==="raised_limits"))return K.errors=[{instancePath:t+"/requires/"+I+"/feature",schemaPath:"#/propert\
ies/requires/items/properties/feature/enum",keyword:"enum",params:{allowedValues:et.properties.requires.items.properties.
feature.enum},message:"must be equal to one of the allowed values"}],!1;var Se=R===e}else var Se=!0;if(Se)if(_.by!==void 0){
let b=e;if(typeof _.by!="string")return K.errors=[{instancePath:t+"/requires/"+I+"/by",schemaPath:"#/properties/requires\
/items/properties/by/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Se=b===e}else var Se=!0}}}else
return K.errors=[{instancePath:t+"/requires/"+I,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ie=se===e;if(!Ie)break}}else return K.errors=[{instancePath:t+"/requires",schemaPath:"\
#/properties/requires/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var re=H===e}else var re=!0;
if(re){if(s.settings!==void 0){let y=s.settings,H=e;if(!(y&&typeof y=="object"&&!Array.isArray(y)))return K.errors=[{instancePath:t+
"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;
var re=H===e}else var re=!0;if(re)if(s.debug!==void 0){let y=s.debug,H=e;if(e===H)if(y&&typeof y=="object"&&!Array.isArray(
y)){let L;if(y.uri===void 0&&(L="uri")||y.nodes===void 0&&(L="nodes")||y.code===void 0&&(L="code"))return K.errors=[{instancePath:t+
"/debug",schemaPath:"#/properties/debug/required",keyword:"required",params:{missingProperty:L},message:"must have requi\
red property '"+L+"'"}],!1;{let I=e;for(let _ in y)if(!(_==="uri"||_==="nodes"||_==="code"||_==="inputs")){return K.errors=
[{instancePath:t+"/debug",schemaPath:"#/properties/debug/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:_},
message:"must NOT have additional properties"}],!1;break}if(I===e){if(y.uri!==void 0){let _=e;if(typeof y.uri!="string")
return K.errors=[{instancePath:t+"/debug/uri",schemaPath:"#/properties/debug/properties/uri/type",keyword:"type",params:{
type:"string"},message:"must be string"}],!1;var Ee=_===e}else var Ee=!0;if(Ee){if(y.nodes!==void 0){let _=y.nodes,se=e;
if(e===se)if(Array.isArray(_)){var Ae=!0;let ue=_.length;for(let j=0;j<ue;j++){let b=_[j],R=e;if(e===R)if(Array.isArray(
b)){if(b.length>3)return K.errors=[{instancePath:t+"/debug/nodes/"+j,schemaPath:"#/properties/debug/properties/nodes/ite\
ms/maxItems",keyword:"maxItems",params:{limit:3},message:"must NOT have more than 3 items"}],!1;if(b.length<3)return K.errors=
[{instancePath:t+"/debug/nodes/"+j,schemaPath:"#/properties/debug/properties/nodes/items/minItems",keyword:"minItems",params:{
limit:3},message:"must NOT have fewer than 3 items"}],!1;{let be=b.length;if(be>0){let Z=b[0],ce=e;if(!(typeof Z=="numbe\
r"&&!(Z%1)&&!isNaN(Z)&&isFinite(Z)))return K.errors=[{instancePath:t+"/debug/nodes/"+j+"/0",schemaPath:"#/properties/deb\
ug/properties/nodes/items/prefixItems/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
ce&&typeof Z=="number"&&isFinite(Z)&&(Z<0||isNaN(Z)))return K.errors=[{instancePath:t+"/debug/nodes/"+j+"/0",schemaPath:"\
#/properties/debug/properties/nodes/items/prefixItems/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"}],!1;var We=ce===e}if(We){if(be>1){let Z=b[1],ce=e;if(!(typeof Z=="number"&&!(Z%1)&&!isNaN(Z)&&isFinite(Z)))
return K.errors=[{instancePath:t+"/debug/nodes/"+j+"/1",schemaPath:"#/properties/debug/properties/nodes/items/prefixItem\
s/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===ce&&typeof Z=="number"&&isFinite(
Z)&&(Z<0||isNaN(Z)))return K.errors=[{instancePath:t+"/debug/nodes/"+j+"/1",schemaPath:"#/properties/debug/properties/no\
des/items/prefixItems/1/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var We=ce===
e}if(We&&be>2){let Z=b[2],ce=e;if(!(typeof Z=="number"&&!(Z%1)&&!isNaN(Z)&&isFinite(Z)))return K.errors=[{instancePath:t+
"/debug/nodes/"+j+"/2",schemaPath:"#/properties/debug/properties/nodes/items/prefixItems/2/type",keyword:"type",params:{
type:"integer"},message:"must be integer"}],!1;if(e===ce&&typeof Z=="number"&&isFinite(Z)&&(Z<0||isNaN(Z)))return K.errors=
[{instancePath:t+"/debug/nodes/"+j+"/2",schemaPath:"#/properties/debug/properties/nodes/items/prefixItems/2/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var We=ce===e}}}}else return K.errors=[{instancePath:t+
"/debug/nodes/"+j,schemaPath:"#/properties/debug/properties/nodes/items/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var Ae=R===e;if(!Ae)break}}else return K.errors=[{instancePath:t+"/debug/nodes",schemaPath:"#/proper\
ties/debug/properties/nodes/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ee=se===e}else var Ee=!0;
if(Ee){if(y.code!==void 0){let _=y.code,se=e;if(e===se)if(Array.isArray(_)){var ve=!0;let ue=_.length;for(let j=0;j<ue;j++){
let b=_[j],R=e,X=e,be=!1,Z=e;if(e===Z)if(Array.isArray(b))if(b.length>3){let P={instancePath:t+"/debug/code/"+j,schemaPath:"\
#/properties/debug/properties/code/items/anyOf/0/maxItems",keyword:"maxItems",params:{limit:3},message:"must NOT have mo\
re than 3 items"};r===null?r=[P]:r.push(P),e++}else if(b.length<3){let P={instancePath:t+"/debug/code/"+j,schemaPath:"#/\
properties/debug/properties/code/items/anyOf/0/minItems",keyword:"minItems",params:{limit:3},message:"must NOT have fewe\
r than 3 items"};r===null?r=[P]:r.push(P),e++}else{let P=b.length;if(P>0){let k=e;if(typeof b[0]!="string"){let Q={instancePath:t+
"/debug/code/"+j+"/0",schemaPath:"#/properties/debug/properties/code/items/anyOf/0/prefixItems/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};r===null?r=[Q]:r.push(Q),e++}var G=k===e}if(G){if(P>1){let k=b[1],Q=e;if(!(typeof k==
"number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let T={instancePath:t+"/debug/code/"+j+"/1",schemaPath:"#/properties/debug/pr\
operties/code/items/anyOf/0/prefixItems/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[T]:r.push(T),e++}if(e===Q&&typeof k=="number"&&isFinite(k)&&(k<0||isNaN(k))){let T={instancePath:t+"/debug/code/"+j+"\
/1",schemaPath:"#/properties/debug/properties/code/items/anyOf/0/prefixItems/1/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};r===null?r=[T]:r.push(T),e++}var G=Q===e}if(G&&P>2){let k=b[2],Q=e;if(!(typeof k=="\
number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let T={instancePath:t+"/debug/code/"+j+"/2",schemaPath:"#/properties/debug/pro\
perties/code/items/anyOf/0/prefixItems/2/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[T]:r.push(T),e++}if(e===Q&&typeof k=="number"&&isFinite(k)&&(k<0||isNaN(k))){let T={instancePath:t+"/debug/code/"+j+"\
/2",schemaPath:"#/properties/debug/properties/code/items/anyOf/0/prefixItems/2/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};r===null?r=[T]:r.push(T),e++}var G=Q===e}}}else{let P={instancePath:t+"/debug/code/"+
j,schemaPath:"#/properties/debug/properties/code/items/anyOf/0/type",keyword:"type",params:{type:"array"},message:"must \
be array"};r===null?r=[P]:r.push(P),e++}var x=Z===e;if(be=be||x,x)var qe=3;let ce=e;if(e===ce)if(Array.isArray(b))if(b.length>
4){let P={instancePath:t+"/debug/code/"+j,schemaPath:"#/properties/debug/properties/code/items/anyOf/1/maxItems",keyword:"\
maxItems",params:{limit:4},message:"must NOT have more than 4 items"};r===null?r=[P]:r.push(P),e++}else if(b.length<4){let P={
instancePath:t+"/debug/code/"+j,schemaPath:"#/properties/debug/properties/code/items/anyOf/1/minItems",keyword:"minItems",
params:{limit:4},message:"must NOT have fewer than 4 items"};r===null?r=[P]:r.push(P),e++}else{let P=b.length;if(P>0){let k=e;
if(typeof b[0]!="string"){let Q={instancePath:t+"/debug/code/"+j+"/0",schemaPath:"#/properties/debug/properties/code/ite\
ms/anyOf/1/prefixItems/0/type",keyword:"type",params:{type:"string"},message:"must be string"};r===null?r=[Q]:r.push(Q),
e++}var Ye=k===e}if(Ye){if(P>1){let k=b[1],Q=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let T={instancePath:t+
"/debug/code/"+j+"/1",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/prefixItems/1/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};r===null?r=[T]:r.push(T),e++}if(e===Q&&typeof k=="number"&&isFinite(k)&&(k<0||
isNaN(k))){let T={instancePath:t+"/debug/code/"+j+"/1",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/pref\
ixItems/1/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[T]:r.push(T),e++}
var Ye=Q===e}if(Ye){if(P>2){let k=b[2],Q=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let T={instancePath:t+
"/debug/code/"+j+"/2",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/prefixItems/2/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};r===null?r=[T]:r.push(T),e++}if(e===Q&&typeof k=="number"&&isFinite(k)&&(k<0||
isNaN(k))){let T={instancePath:t+"/debug/code/"+j+"/2",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/pref\
ixItems/2/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[T]:r.push(T),e++}
var Ye=Q===e}if(Ye&&P>3){let k=e;if(typeof b[3]!="string"){let N={instancePath:t+"/debug/code/"+j+"/3",schemaPath:"#/pro\
perties/debug/properties/code/items/anyOf/1/prefixItems/3/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};r===null?r=[N]:r.push(N),e++}var Ye=k===e}}}}else{let P={instancePath:t+"/debug/code/"+j,schemaPath:"#/propertie\
s/debug/properties/code/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};r===null?r=[P]:
r.push(P),e++}var x=ce===e;if(be=be||x,x&&qe!==!0&&(qe=qe>4?qe:4),be)e=X,r!==null&&(X?r.length=X:r=null);else{let P={instancePath:t+
"/debug/code/"+j,schemaPath:"#/properties/debug/properties/code/items/anyOf",keyword:"anyOf",params:{},message:"must mat\
ch a schema in anyOf"};return r===null?r=[P]:r.push(P),e++,K.errors=r,!1}var ve=R===e;if(!ve)break}}else return K.errors=
[{instancePath:t+"/debug/code",schemaPath:"#/properties/debug/properties/code/type",keyword:"type",params:{type:"array"},
message:"must be array"}],!1;var Ee=se===e}else var Ee=!0;if(Ee)if(y.inputs!==void 0){let _=y.inputs,se=e;if(e===se)if(Array.
isArray(_)){var Ce=!0;let ue=_.length;for(let j=0;j<ue;j++){let b=_[j],R=e,X=e,be=!1,Z=e;if(e===Z)if(Array.isArray(b)){if(b.
length>1){let P={instancePath:t+"/debug/inputs/"+j,schemaPath:"#/properties/debug/properties/inputs/items/anyOf/0/maxIte\
ms",keyword:"maxItems",params:{limit:1},message:"must NOT have more than 1 items"};r===null?r=[P]:r.push(P),e++}else if(b.
length<1){let P={instancePath:t+"/debug/inputs/"+j,schemaPath:"#/properties/debug/properties/inputs/items/anyOf/0/minIte\
ms",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};r===null?r=[P]:r.push(P),e++}else if(b.
length>0){let k=b[0],Q=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let N={instancePath:t+"/debug/inputs/"+
j+"/0",schemaPath:"#/properties/debug/properties/inputs/items/anyOf/0/prefixItems/0/type",keyword:"type",params:{type:"i\
nteger"},message:"must be integer"};r===null?r=[N]:r.push(N),e++}if(e===Q&&typeof k=="number"&&isFinite(k)&&(k<0||isNaN(
k))){let N={instancePath:t+"/debug/inputs/"+j+"/0",schemaPath:"#/properties/debug/properties/inputs/items/anyOf/0/prefix\
Items/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[N]:r.push(N),e++}}}else{
let P={instancePath:t+"/debug/inputs/"+j,schemaPath:"#/properties/debug/properties/inputs/items/anyOf/0/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};r===null?r=[P]:r.push(P),e++}var Ue=Z===e;if(be=be||Ue,Ue)var Te=1;let ce=e;
if(e===ce)if(Array.isArray(b))if(b.length>2){let P={instancePath:t+"/debug/inputs/"+j,schemaPath:"#/properties/debug/pro\
perties/inputs/items/anyOf/1/maxItems",keyword:"maxItems",params:{limit:2},message:"must NOT have more than 2 items"};r===
null?r=[P]:r.push(P),e++}else if(b.length<2){let P={instancePath:t+"/debug/inputs/"+j,schemaPath:"#/properties/debug/pro\
perties/inputs/items/anyOf/1/minItems",keyword:"minItems",params:{limit:2},message:"must NOT have fewer than 2 items"};r===
null?r=[P]:r.push(P),e++}else{let P=b.length;if(P>0){let k=b[0],Q=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&isFinite(
k))){let N={instancePath:t+"/debug/inputs/"+j+"/0",schemaPath:"#/properties/debug/properties/inputs/items/anyOf/1/prefix\
Items/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[N]:r.push(N),e++}if(e===Q&&typeof k==
"number"&&isFinite(k)&&(k<0||isNaN(k))){let N={instancePath:t+"/debug/inputs/"+j+"/0",schemaPath:"#/properties/debug/pro\
perties/inputs/items/anyOf/1/prefixItems/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be \
>= 0"};r===null?r=[N]:r.push(N),e++}var gr=Q===e}if(gr&&P>1){let k=e;if(typeof b[1]!="string"){let N={instancePath:t+"/d\
ebug/inputs/"+j+"/1",schemaPath:"#/properties/debug/properties/inputs/items/anyOf/1/prefixItems/1/type",keyword:"type",params:{
type:"string"},message:"must be string"};r===null?r=[N]:r.push(N),e++}var gr=k===e}}else{let P={instancePath:t+"/debug/i\
nputs/"+j,schemaPath:"#/properties/debug/properties/inputs/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};r===null?r=[P]:r.push(P),e++}var Ue=ce===e;if(be=be||Ue,Ue&&Te!==!0&&(Te=Te>2?Te:2),be)e=X,r!==null&&(X?
r.length=X:r=null);else{let P={instancePath:t+"/debug/inputs/"+j,schemaPath:"#/properties/debug/properties/inputs/items/\
anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[P]:r.push(P),e++,K.errors=r,
!1}var Ce=R===e;if(!Ce)break}}else return K.errors=[{instancePath:t+"/debug/inputs",schemaPath:"#/properties/debug/prope\
rties/inputs/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ee=se===e}else var Ee=!0}}}}}else
return K.errors=[{instancePath:t+"/debug",schemaPath:"#/properties/debug/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var re=H===e}else var re=!0}}}}}}}}}}}}}}else return K.errors=[{instancePath:t,schemaPath:"#/type",
keyword:"type",params:{type:"object"},message:"must be object"}],!1;return K.errors=r,e===0}K.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};export{ot as default,nt as validate};
