/* Made by `npm run gen` from the schema of programs: ajv, compiled ahead. */
var nt=F,ot=F,et={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://jamjet.dev/schemas/program/v1.json",
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
properties:{feature:{enum:["parallel","wait","human_approval","policy","token_budget","cost_budget","on_budget_exceeded",
"data_policy","oauth","federation","continue_as_new","workflow_timeout","effect_once","model_tools","output_schema","out\
put_to_state","model_retry","policy_file","secret_backends","lint_severities","raised_limits"]},by:{type:"string"}}}},settings:{
description:"Header settings that the runtime enforces as a whole.",type:"object"},debug:{description:"Where things are \
written; never part of the hash.",type:"object",additionalProperties:!1,required:["uri","nodes","code"],properties:{uri:{
type:"string"},nodes:{type:"array",items:{type:"array",prefixItems:[{type:"integer",minimum:0},{type:"integer",minimum:0},
{type:"integer",minimum:0}],minItems:3,maxItems:3}},code:{type:"array",items:{anyOf:[{type:"array",prefixItems:[{type:"s\
tring"},{type:"integer",minimum:0},{type:"integer",minimum:0}],minItems:3,maxItems:3},{type:"array",prefixItems:[{type:"\
string"},{type:"integer",minimum:0},{type:"integer",minimum:0},{type:"string"}],minItems:4,maxItems:4}]}}}}},$defs:{op:{
type:"object",required:["op"],properties:{op:{enum:["call","judge","choose","fork","join","suspend","halt"]}},allOf:[{if:{
required:["op"],properties:{op:{const:"call"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max\
_visits","retry","timeout_ms","on_error","writes","next","op","effect","fields","append_feedback"],properties:{node:{type:"\
string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{
type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},retry:{
anyOf:[{type:"object",additionalProperties:!1,required:["max_attempts","backoff","delay_ms","max_delay_ms","jitter"],properties:{
max_attempts:{type:"integer",minimum:1},backoff:{enum:["constant","linear","exponential"]},delay_ms:{type:"integer",minimum:0},
max_delay_ms:{type:"integer",minimum:0},jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[{enum:["timeout","rate_li\
mited","model_overloaded","server_error","io_error","connection_reset","tool_error","http_status","state_type_mismatch",
"output_invalid","expression_error","no_branch_matched","policy_denied","approval_required","approval_rejected","budget_\
exceeded","eval_failed","capability_mismatch","delegate_unreachable","trust_crossing_denied","verification_failed","part\
ial_completion","scope_narrowing_failed","tool_drift","output_limit","guard_refused","missing_secret","node_failed","unc\
ertain","cancelled","workflow_timeout","limit_exceeded","not_configured","reply_missing"]},{type:"integer"}]}}}},{type:"\
null"}]},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"Index of an op.",type:"\
integer",minimum:0},{type:"null"}]},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{
key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"call"},effect:{
enum:["read","idempotent","once"]},fields:{type:"object"},append_feedback:{type:"boolean"}}}},{if:{required:["op"],properties:{
op:{const:"judge"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","retry","timeout_m\
s","on_error","writes","next","op","subject","fields","on_fail","max_retries","escalate"],properties:{node:{type:"string"},
kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{type:"s\
tring"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},retry:{anyOf:[
{type:"object",additionalProperties:!1,required:["max_attempts","backoff","delay_ms","max_delay_ms","jitter"],properties:{
max_attempts:{type:"integer",minimum:1},backoff:{enum:["constant","linear","exponential"]},delay_ms:{type:"integer",minimum:0},
max_delay_ms:{type:"integer",minimum:0},jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[{enum:["timeout","rate_li\
mited","model_overloaded","server_error","io_error","connection_reset","tool_error","http_status","state_type_mismatch",
"output_invalid","expression_error","no_branch_matched","policy_denied","approval_required","approval_rejected","budget_\
exceeded","eval_failed","capability_mismatch","delegate_unreachable","trust_crossing_denied","verification_failed","part\
ial_completion","scope_narrowing_failed","tool_drift","output_limit","guard_refused","missing_secret","node_failed","unc\
ertain","cancelled","workflow_timeout","limit_exceeded","not_configured","reply_missing"]},{type:"integer"}]}}}},{type:"\
null"}]},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"Index of an op.",type:"\
integer",minimum:0},{type:"null"}]},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{
key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"judge"},subject:{
description:"Index of an op.",type:"integer",minimum:0},fields:{type:"object"},on_fail:{enum:["retry_with_feedback","esc\
alate","halt","log_and_continue"]},max_retries:{type:"integer",minimum:0},escalate:{anyOf:[{description:"Index of an op.",
type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"choose"}}},then:{type:"object",
additionalProperties:!1,required:["node","kind","max_visits","op","route"],properties:{node:{type:"string"},kind:{enum:[
"model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{type:"string"},labels:{
type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"choose"},route:{$ref:"\
#/$defs/route"}}}},{if:{required:["op"],properties:{op:{const:"fork"}}},then:{type:"object",additionalProperties:!1,required:[
"node","kind","max_visits","op","branches","join"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","b\
ranch","parallel","join","wait","human_approval","eval","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{
type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"fork"},branches:{type:"array",items:{description:"Index\
 of an op.",type:"integer",minimum:0}},join:{description:"Index of an op.",type:"integer",minimum:0}}}},{if:{required:["\
op"],properties:{op:{const:"join"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","w\
rites","next","op","wait_for","merge"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","para\
llel","join","wait","human_approval","eval","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{
type:"string"}},max_visits:{type:"integer",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,
required:["key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},
op:{const:"join"},wait_for:{type:"array",items:{description:"Index of an op.",type:"integer",minimum:0}},merge:{anyOf:[{
enum:["last_writer","collect","first"]},{type:"object",additionalProperties:!1,required:["module","function"],properties:{
module:{type:"string"},function:{type:"string"}}}]}}}},{if:{required:["op"],properties:{op:{const:"suspend"}}},then:{type:"\
object",additionalProperties:!1,required:["node","kind","max_visits","writes","next","op","until","fields","timeout_ms",
"on_timeout","on_rejected"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join",
"wait","human_approval","eval","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"str\
ing"}},max_visits:{type:"integer",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:[
"key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"\
suspend"},until:{enum:["event","approval"]},fields:{type:"object"},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"\
null"}]},on_timeout:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},on_rejected:{anyOf:[
{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"\
halt"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","op","status"],properties:{node:{
type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{
type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"\
halt"},status:{enum:["completed","failed"]}}}}]},type:{type:"object",required:["kind"],properties:{kind:{enum:["any","ne\
ver","null","bool","int","float","str","literal","list","dict","record","union"]}},allOf:[{if:{required:["kind"],properties:{
kind:{const:"any"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{const:"any"}}}},{if:{
required:["kind"],properties:{kind:{const:"never"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{
kind:{const:"never"}}}},{if:{required:["kind"],properties:{kind:{const:"null"}}},then:{type:"object",additionalProperties:!1,
required:["kind"],properties:{kind:{const:"null"}}}},{if:{required:["kind"],properties:{kind:{const:"bool"}}},then:{type:"\
object",additionalProperties:!1,required:["kind"],properties:{kind:{const:"bool"}}}},{if:{required:["kind"],properties:{
kind:{const:"int"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{kind:{const:"int"}}}},{if:{
required:["kind"],properties:{kind:{const:"float"}}},then:{type:"object",additionalProperties:!1,required:["kind"],properties:{
kind:{const:"float"}}}},{if:{required:["kind"],properties:{kind:{const:"str"}}},then:{type:"object",additionalProperties:!1,
required:["kind"],properties:{kind:{const:"str"}}}},{if:{required:["kind"],properties:{kind:{const:"literal"}}},then:{type:"\
object",additionalProperties:!1,required:["kind","value"],properties:{kind:{const:"literal"},value:{type:["string","numb\
er","boolean"]}}}},{if:{required:["kind"],properties:{kind:{const:"list"}}},then:{type:"object",additionalProperties:!1,
required:["kind","of"],properties:{kind:{const:"list"},of:{$ref:"#/$defs/type"}}}},{if:{required:["kind"],properties:{kind:{
const:"dict"}}},then:{type:"object",additionalProperties:!1,required:["kind","of"],properties:{kind:{const:"dict"},of:{$ref:"\
#/$defs/type"}}}},{if:{required:["kind"],properties:{kind:{const:"record"}}},then:{type:"object",additionalProperties:!1,
required:["kind","open","fields"],properties:{kind:{const:"record"},open:{type:"boolean"},fields:{type:"object",additionalProperties:{
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
of"],properties:{kind:{const:"union"},of:{type:"array",items:{$ref:"#/$defs/type"}}}}}]},Kr={validate:P};function P(s,{instancePath:t="",
parentData:Js,parentDataProperty:Ws,rootData:V=s,dynamicAnchors:D={}}={}){let r=null,e=0,xe=P.evaluated;xe.dynamicProps&&
(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let Y=e,je=e,Ye=!0,Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let T;if(s.kind===void 0&&(T="kind")){let me={};r===null?r=[me]:r.push(me),e++}else if(s.kind!==void 0&&s.kind!=="any"){
let me={};r===null?r=[me]:r.push(me),e++}}var Ue=Or===e;if(e=je,r!==null&&(je?r.length=je:r=null),Ue){let T=e;if(e===T)if(s&&
typeof s=="object"&&!Array.isArray(s)){let G;if(s.kind===void 0&&(G="kind"))return P.errors=[{instancePath:t,schemaPath:"\
#/allOf/0/then/required",keyword:"required",params:{missingProperty:G},message:"must have required property '"+G+"'"}],!1;
{let R=e;for(let fe in s)if(fe!=="kind"){return P.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/additionalPropertie\
s",keyword:"additionalProperties",params:{additionalProperty:fe},message:"must NOT have additional properties"}],!1;break}
if(R===e&&s.kind!==void 0&&s.kind!=="any")return P.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/0/then/properties\
/kind/const",keyword:"const",params:{allowedValue:"any"},message:"must be equal to constant"}],!1}}else return P.errors=
[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ue=T===
e;if(Ye=Ue,Ye)var i=!0}if(!Ye){let T={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword:"then"},
message:'must match "then" schema'};return r===null?r=[T]:r.push(T),e++,P.errors=r,!1}var d=Y===e;if(d){let T=e,me=e,G=!0,
R=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let K;if(s.kind===void 0&&(K="kind")){let E={};r===null?r=[E]:r.push(E),
e++}else if(s.kind!==void 0&&s.kind!=="never"){let E={};r===null?r=[E]:r.push(E),e++}}var de=R===e;if(e=me,r!==null&&(me?
r.length=me:r=null),de){let K=e;if(e===K)if(s&&typeof s=="object"&&!Array.isArray(s)){let He;if(s.kind===void 0&&(He="ki\
nd"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty:He},
message:"must have required property '"+He+"'"}],!1;{let Te=e;for(let M in s)if(M!=="kind"){return P.errors=[{instancePath:t,
schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:M},message:"m\
ust NOT have additional properties"}],!1;break}if(Te===e&&s.kind!==void 0&&s.kind!=="never")return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/1/then/properties/kind/const",keyword:"const",params:{allowedValue:"never"},message:"must be\
 equal to constant"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var de=K===e;if(G=de,G)var Le=!0}if(!G){let K={instancePath:t,schemaPath:"#\
/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[K]:r.push(
K),e++,P.errors=r,!1}var d=T===e;if(d){i!==!0&&Le!==void 0&&(Le===!0?i=!0:(i=i||{},Object.assign(i,Le)));let K=e,E=e,He=!0,
Te=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ue;if(s.kind===void 0&&(ue="kind")){let Me={};r===null?r=[Me]:r.push(
Me),e++}else if(s.kind!==void 0&&s.kind!=="null"){let Me={};r===null?r=[Me]:r.push(Me),e++}}var Pe=Te===e;if(e=E,r!==null&&
(E?r.length=E:r=null),Pe){let ue=e;if(e===ue)if(s&&typeof s=="object"&&!Array.isArray(s)){let Fe;if(s.kind===void 0&&(Fe=
"kind"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:Fe},
message:"must have required property '"+Fe+"'"}],!1;{let Ne=e;for(let we in s)if(we!=="kind"){return P.errors=[{instancePath:t,
schemaPath:"#/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:we},message:"\
must NOT have additional properties"}],!1;break}if(Ne===e&&s.kind!==void 0&&s.kind!=="null")return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/2/then/properties/kind/const",keyword:"const",params:{allowedValue:"null"},message:"must be \
equal to constant"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Pe=ue===e;if(He=Pe,He)var Ie=!0}if(!He){let ue={instancePath:t,schemaPath:"#/\
allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ue]:r.push(
ue),e++,P.errors=r,!1}var d=K===e;if(d){i!==!0&&Ie!==void 0&&(Ie===!0?i=!0:(i=i||{},Object.assign(i,Ie)));let ue=e,Me=e,
Fe=!0,Ne=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let B;if(s.kind===void 0&&(B="kind")){let _r={};r===null?r=[_r]:
r.push(_r),e++}else if(s.kind!==void 0&&s.kind!=="bool"){let _r={};r===null?r=[_r]:r.push(_r),e++}}var Be=Ne===e;if(e=Me,
r!==null&&(Me?r.length=Me:r=null),Be){let B=e;if(e===B)if(s&&typeof s=="object"&&!Array.isArray(s)){let nr;if(s.kind===void 0&&
(nr="kind"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:nr},
message:"must have required property '"+nr+"'"}],!1;{let or=e;for(let Er in s)if(Er!=="kind"){return P.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Er},message:"\
must NOT have additional properties"}],!1;break}if(or===e&&s.kind!==void 0&&s.kind!=="bool")return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/3/then/properties/kind/const",keyword:"const",params:{allowedValue:"bool"},message:"must be \
equal to constant"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Be=B===e;if(Fe=Be,Fe)var Se=!0}if(!Fe){let B={instancePath:t,schemaPath:"#/al\
lOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[B]:r.push(B),
e++,P.errors=r,!1}var d=ue===e;if(d){i!==!0&&Se!==void 0&&(Se===!0?i=!0:(i=i||{},Object.assign(i,Se)));let B=e,_r=e,nr=!0,
or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let lr;if(s.kind===void 0&&(lr="kind")){let fr={};r===null?r=[fr]:r.push(
fr),e++}else if(s.kind!==void 0&&s.kind!=="int"){let fr={};r===null?r=[fr]:r.push(fr),e++}}var Ae=or===e;if(e=_r,r!==null&&
(_r?r.length=_r:r=null),Ae){let lr=e;if(e===lr)if(s&&typeof s=="object"&&!Array.isArray(s)){let er;if(s.kind===void 0&&(er=
"kind"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty:er},
message:"must have required property '"+er+"'"}],!1;{let Mr=e;for(let xs in s)if(xs!=="kind"){return P.errors=[{instancePath:t,
schemaPath:"#/allOf/4/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:xs},message:"\
must NOT have additional properties"}],!1;break}if(Mr===e&&s.kind!==void 0&&s.kind!=="int")return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/4/then/properties/kind/const",keyword:"const",params:{allowedValue:"int"},message:"must be e\
qual to constant"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ae=lr===e;if(nr=Ae,nr)var Re=!0}if(!nr){let lr={instancePath:t,schemaPath:"#/\
allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[lr]:r.push(
lr),e++,P.errors=r,!1}var d=B===e;if(d){i!==!0&&Re!==void 0&&(Re===!0?i=!0:(i=i||{},Object.assign(i,Re)));let lr=e,fr=e,
er=!0,Mr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let $e;if(s.kind===void 0&&($e="kind")){let kr={};r===null?r=[kr]:
r.push(kr),e++}else if(s.kind!==void 0&&s.kind!=="float"){let kr={};r===null?r=[kr]:r.push(kr),e++}}var ve=Mr===e;if(e=fr,
r!==null&&(fr?r.length=fr:r=null),ve){let $e=e;if(e===$e)if(s&&typeof s=="object"&&!Array.isArray(s)){let rr;if(s.kind===
void 0&&(rr="kind"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:rr},
message:"must have required property '"+rr+"'"}],!1;{let tr=e;for(let Qe in s)if(Qe!=="kind"){return P.errors=[{instancePath:t,
schemaPath:"#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Qe},message:"\
must NOT have additional properties"}],!1;break}if(tr===e&&s.kind!==void 0&&s.kind!=="float")return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/5/then/properties/kind/const",keyword:"const",params:{allowedValue:"float"},message:"must be\
 equal to constant"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var ve=$e===e;if(er=ve,er)var S=!0}if(!er){let $e={instancePath:t,schemaPath:"\
#/allOf/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[$e]:r.push(
$e),e++,P.errors=r,!1}var d=lr===e;if(d){i!==!0&&S!==void 0&&(S===!0?i=!0:(i=i||{},Object.assign(i,S)));let $e=e,kr=e,rr=!0,
tr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Ve;if(s.kind===void 0&&(Ve="kind")){let Ce={};r===null?r=[Ce]:r.push(
Ce),e++}else if(s.kind!==void 0&&s.kind!=="str"){let Ce={};r===null?r=[Ce]:r.push(Ce),e++}}var qe=tr===e;if(e=kr,r!==null&&
(kr?r.length=kr:r=null),qe){let Ve=e;if(e===Ve)if(s&&typeof s=="object"&&!Array.isArray(s)){let m;if(s.kind===void 0&&(m=
"kind"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty:m},
message:"must have required property '"+m+"'"}],!1;{let _e=e;for(let De in s)if(De!=="kind"){return P.errors=[{instancePath:t,
schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:De},message:"\
must NOT have additional properties"}],!1;break}if(_e===e&&s.kind!==void 0&&s.kind!=="str")return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/6/then/properties/kind/const",keyword:"const",params:{allowedValue:"str"},message:"must be e\
qual to constant"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var qe=Ve===e;if(rr=qe,rr)var Ze=!0}if(!rr){let Ve={instancePath:t,schemaPath:"#/\
allOf/6/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Ve]:r.push(
Ve),e++,P.errors=r,!1}var d=$e===e;if(d){i!==!0&&Ze!==void 0&&(Ze===!0?i=!0:(i=i||{},Object.assign(i,Ze)));let Ve=e,Ce=e,
m=!0,_e=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let I;if(s.kind===void 0&&(I="kind")){let ie={};r===null?r=[ie]:r.
push(ie),e++}else if(s.kind!==void 0&&s.kind!=="literal"){let ie={};r===null?r=[ie]:r.push(ie),e++}}var O=_e===e;if(e=Ce,
r!==null&&(Ce?r.length=Ce:r=null),O){let I=e;if(e===I)if(s&&typeof s=="object"&&!Array.isArray(s)){let n;if(s.kind===void 0&&
(n="kind")||s.value===void 0&&(n="value"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/required",keyword:"\
required",params:{missingProperty:n},message:"must have required property '"+n+"'"}],!1;{let Q=e;for(let v in s)if(!(v===
"kind"||v==="value")){return P.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:v},message:"must NOT have additional properties"}],!1;break}if(Q===e){if(s.kind!==
void 0){let v=e;if(s.kind!=="literal")return P.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/7/then/properties/kin\
d/const",keyword:"const",params:{allowedValue:"literal"},message:"must be equal to constant"}],!1;var ge=v===e}else var ge=!0;
if(ge)if(s.value!==void 0){let v=s.value,x=e;if(typeof v!="string"&&!(typeof v=="number"&&isFinite(v))&&typeof v!="boole\
an")return P.errors=[{instancePath:t+"/value",schemaPath:"#/allOf/7/then/properties/value/type",keyword:"type",params:{type:rt.
allOf[7].then.properties.value.type},message:"must be string,number,boolean"}],!1;var ge=x===e}else var ge=!0}}}else return P.
errors=[{instancePath:t,schemaPath:"#/allOf/7/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var O=I===e;if(m=O,m)var We=!0}if(!m){let I={instancePath:t,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[I]:r.push(I),e++,P.errors=r,!1}var d=Ve===e;if(d){i!==!0&&
We!==void 0&&(We===!0?i=!0:(i=i||{},Object.assign(i,We)));let I=e,ie=e,n=!0,Q=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let x;if(s.kind===void 0&&(x="kind")){let k={};r===null?r=[k]:r.push(k),e++}else if(s.kind!==void 0&&s.kind!=="list"){
let k={};r===null?r=[k]:r.push(k),e++}}var h=Q===e;if(e=ie,r!==null&&(ie?r.length=ie:r=null),h){let x=e;if(e===x)if(s&&typeof s==
"object"&&!Array.isArray(s)){let y;if(s.kind===void 0&&(y="kind")||s.of===void 0&&(y="of"))return P.errors=[{instancePath:t,
schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty:y},message:"must have required property \
'"+y+"'"}],!1;{let ke=e;for(let c in s)if(!(c==="kind"||c==="of")){return P.errors=[{instancePath:t,schemaPath:"#/allOf/\
8/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additio\
nal properties"}],!1;break}if(ke===e){if(s.kind!==void 0){let c=e;if(s.kind!=="list")return P.errors=[{instancePath:t+"/\
kind",schemaPath:"#/allOf/8/then/properties/kind/const",keyword:"const",params:{allowedValue:"list"},message:"must be eq\
ual to constant"}],!1;var L=c===e}else var L=!0;if(L)if(s.of!==void 0){let c=e;Kr.validate(s.of,{instancePath:t+"/of",parentData:s,
parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);
var L=c===e}else var L=!0}}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var h=x===e;if(n=h,n)var br=!0}if(!n){let x={instancePath:t,schemaPath:"#/a\
llOf/8/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[x]:r.push(
x),e++,P.errors=r,!1}var d=I===e;if(d){i!==!0&&br!==void 0&&(br===!0?i=!0:(i=i||{},Object.assign(i,br)));let x=e,k=e,y=!0,
ke=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ae;if(s.kind===void 0&&(ae="kind")){let u={};r===null?r=[u]:r.push(
u),e++}else if(s.kind!==void 0&&s.kind!=="dict"){let u={};r===null?r=[u]:r.push(u),e++}}var Z=ke===e;if(e=k,r!==null&&(k?
r.length=k:r=null),Z){let ae=e;if(e===ae)if(s&&typeof s=="object"&&!Array.isArray(s)){let f;if(s.kind===void 0&&(f="kind")||
s.of===void 0&&(f="of"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{
missingProperty:f},message:"must have required property '"+f+"'"}],!1;{let X=e;for(let re in s)if(!(re==="kind"||re==="o\
f")){return P.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:re},message:"must NOT have additional properties"}],!1;break}if(X===e){if(s.kind!==void 0){let re=e;if(s.
kind!=="dict")return P.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/9/then/properties/kind/const",keyword:"const",
params:{allowedValue:"dict"},message:"must be equal to constant"}],!1;var q=re===e}else var q=!0;if(q)if(s.of!==void 0){
let re=e;Kr.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===
null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var q=re===e}else var q=!0}}}else return P.errors=[{instancePath:t,
schemaPath:"#/allOf/9/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Z=ae===e;if(y=Z,
y)var b=!0}if(!y){let ae={instancePath:t,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[ae]:r.push(ae),e++,P.errors=r,!1}var d=x===e;if(d){i!==!0&&b!==void 0&&(b===
!0?i=!0:(i=i||{},Object.assign(i,b)));let ae=e,u=e,f=!0,X=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ye;if(s.kind===
void 0&&(ye="kind")){let j={};r===null?r=[j]:r.push(j),e++}else if(s.kind!==void 0&&s.kind!=="record"){let j={};r===null?
r=[j]:r.push(j),e++}}var ee=X===e;if(e=u,r!==null&&(u?r.length=u:r=null),ee){let ye=e;if(e===ye)if(s&&typeof s=="object"&&
!Array.isArray(s)){let _;if(s.kind===void 0&&(_="kind")||s.open===void 0&&(_="open")||s.fields===void 0&&(_="fields"))return P.
errors=[{instancePath:t,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty:_},message:"mus\
t have required property '"+_+"'"}],!1;{let C=e;for(let ce in s)if(!(ce==="kind"||ce==="open"||ce==="fields")){return P.
errors=[{instancePath:t,schemaPath:"#/allOf/10/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:ce},
message:"must NOT have additional properties"}],!1;break}if(C===e){if(s.kind!==void 0){let ce=e;if(s.kind!=="record")return P.
errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/10/then/properties/kind/const",keyword:"const",params:{allowedValue:"\
record"},message:"must be equal to constant"}],!1;var Ee=ce===e}else var Ee=!0;if(Ee){if(s.open!==void 0){let ce=e;if(typeof s.
open!="boolean")return P.errors=[{instancePath:t+"/open",schemaPath:"#/allOf/10/then/properties/open/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"}],!1;var Ee=ce===e}else var Ee=!0;if(Ee)if(s.fields!==void 0){let ce=s.
fields,$=e;if(e===$)if(ce&&typeof ce=="object"&&!Array.isArray(ce))for(let l in ce){let A=ce[l],J=e;if(e===J)if(A&&typeof A==
"object"&&!Array.isArray(A)){let z;if(A.type===void 0&&(z="type"))return P.errors=[{instancePath:t+"/fields/"+l.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/required",keyword:"req\
uired",params:{missingProperty:z},message:"must have required property '"+z+"'"}],!1;{let ne=e;for(let g in A)if(!(g==="\
type"||g==="optional")){return P.errors=[{instancePath:t+"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/allOf/10/then/properties/fields/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},
message:"must NOT have additional properties"}],!1;break}if(ne===e){if(A.type!==void 0){let g=e;Kr.validate(A.type,{instancePath:t+
"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",parentData:A,parentDataProperty:"type",rootData:V,dynamicAnchors:D})||
(r=r===null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var be=g===e}else var be=!0;if(be)if(A.optional!==
void 0){let g=e;if(A.optional!==!0)return P.errors=[{instancePath:t+"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+
"/optional",schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/properties/optional/const",keyword:"const",
params:{allowedValue:!0},message:"must be equal to constant"}],!1;var be=g===e}else var be=!0}}}else return P.errors=[{instancePath:t+
"/fields/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var H=J===e;if(!H)break}else return P.errors=[{
instancePath:t+"/fields",schemaPath:"#/allOf/10/then/properties/fields/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var Ee=$===e}else var Ee=!0}}}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var ee=ye===e;if(f=ee,f)var w=!0}if(!f){let ye={
instancePath:t,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};
return r===null?r=[ye]:r.push(ye),e++,P.errors=r,!1}var d=ae===e;if(d){i!==!0&&w!==void 0&&(w===!0?i=!0:(i=i||{},Object.
assign(i,w)));let ye=e,j=e,_=!0,C=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let $;if(s.kind===void 0&&($="kind")){let pe={};
r===null?r=[pe]:r.push(pe),e++}else if(s.kind!==void 0&&s.kind!=="union"){let pe={};r===null?r=[pe]:r.push(pe),e++}}var le=C===
e;if(e=j,r!==null&&(j?r.length=j:r=null),le){let $=e;if(e===$)if(s&&typeof s=="object"&&!Array.isArray(s)){let l;if(s.kind===
void 0&&(l="kind")||s.of===void 0&&(l="of"))return P.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/required",keyword:"\
required",params:{missingProperty:l},message:"must have required property '"+l+"'"}],!1;{let A=e;for(let J in s)if(!(J===
"kind"||J==="of")){return P.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/additionalProperties",keyword:"additiona\
lProperties",params:{additionalProperty:J},message:"must NOT have additional properties"}],!1;break}if(A===e){if(s.kind!==
void 0){let J=e;if(s.kind!=="union")return P.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/11/then/properties/kind\
/const",keyword:"const",params:{allowedValue:"union"},message:"must be equal to constant"}],!1;var Xe=J===e}else var Xe=!0;
if(Xe)if(s.of!==void 0){let J=s.of,z=e;if(e===z)if(Array.isArray(J)){var Ke=!0;let g=J.length;for(let ze=0;ze<g;ze++){let se=e;
Kr.validate(J[ze],{instancePath:t+"/of/"+ze,parentData:J,parentDataProperty:ze,rootData:V,dynamicAnchors:D})||(r=r===null?
Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var Ke=se===e;if(!Ke)break}}else return P.errors=[{instancePath:t+
"/of",schemaPath:"#/allOf/11/then/properties/of/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;
var Xe=z===e}else var Xe=!0}}}else return P.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var le=$===e;if(_=le,_)var U=!0}if(!_){let $={instancePath:t,schemaPath:"#/\
allOf/11/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[$]:r.push(
$),e++,P.errors=r,!1}var d=ye===e;d&&i!==!0&&U!==void 0&&(U===!0?i=!0:(i=i||{},Object.assign(i,U)))}}}}}}}}}}}if(e===0)if(s&&
typeof s=="object"&&!Array.isArray(s)){let T;if(s.kind===void 0&&(T="kind"))return P.errors=[{instancePath:t,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:T},message:"must have required property '"+T+"'"}],!1;if(i!==!0&&
(i=i||{},i.kind=!0),s.kind!==void 0){let me=s.kind;if(!(me==="any"||me==="never"||me==="null"||me==="bool"||me==="int"||
me==="float"||me==="str"||me==="literal"||me==="list"||me==="dict"||me==="record"||me==="union"))return P.errors=[{instancePath:t+
"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues:rt.properties.kind.enum},message:"must \
be equal to one of the allowed values"}],!1}}else return P.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;return P.errors=r,xe.props=i,e===0}P.evaluated={dynamicProps:!0,dynamicItems:!1};
var sr={type:"object",required:["op"],properties:{op:{enum:["call","judge","choose","fork","join","suspend","halt"]}},allOf:[
{if:{required:["op"],properties:{op:{const:"call"}}},then:{type:"object",additionalProperties:!1,required:["node","kind",
"max_visits","retry","timeout_ms","on_error","writes","next","op","effect","fields","append_feedback"],properties:{node:{
type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{
type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},retry:{
anyOf:[{type:"object",additionalProperties:!1,required:["max_attempts","backoff","delay_ms","max_delay_ms","jitter"],properties:{
max_attempts:{type:"integer",minimum:1},backoff:{enum:["constant","linear","exponential"]},delay_ms:{type:"integer",minimum:0},
max_delay_ms:{type:"integer",minimum:0},jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[{enum:["timeout","rate_li\
mited","model_overloaded","server_error","io_error","connection_reset","tool_error","http_status","state_type_mismatch",
"output_invalid","expression_error","no_branch_matched","policy_denied","approval_required","approval_rejected","budget_\
exceeded","eval_failed","capability_mismatch","delegate_unreachable","trust_crossing_denied","verification_failed","part\
ial_completion","scope_narrowing_failed","tool_drift","output_limit","guard_refused","missing_secret","node_failed","unc\
ertain","cancelled","workflow_timeout","limit_exceeded","not_configured","reply_missing"]},{type:"integer"}]}}}},{type:"\
null"}]},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"Index of an op.",type:"\
integer",minimum:0},{type:"null"}]},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{
key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"call"},effect:{
enum:["read","idempotent","once"]},fields:{type:"object"},append_feedback:{type:"boolean"}}}},{if:{required:["op"],properties:{
op:{const:"judge"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","retry","timeout_m\
s","on_error","writes","next","op","subject","fields","on_fail","max_retries","escalate"],properties:{node:{type:"string"},
kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{type:"s\
tring"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},retry:{anyOf:[
{type:"object",additionalProperties:!1,required:["max_attempts","backoff","delay_ms","max_delay_ms","jitter"],properties:{
max_attempts:{type:"integer",minimum:1},backoff:{enum:["constant","linear","exponential"]},delay_ms:{type:"integer",minimum:0},
max_delay_ms:{type:"integer",minimum:0},jitter:{type:"boolean"},on:{type:"array",items:{anyOf:[{enum:["timeout","rate_li\
mited","model_overloaded","server_error","io_error","connection_reset","tool_error","http_status","state_type_mismatch",
"output_invalid","expression_error","no_branch_matched","policy_denied","approval_required","approval_rejected","budget_\
exceeded","eval_failed","capability_mismatch","delegate_unreachable","trust_crossing_denied","verification_failed","part\
ial_completion","scope_narrowing_failed","tool_drift","output_limit","guard_refused","missing_secret","node_failed","unc\
ertain","cancelled","workflow_timeout","limit_exceeded","not_configured","reply_missing"]},{type:"integer"}]}}}},{type:"\
null"}]},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"null"}]},on_error:{anyOf:[{description:"Index of an op.",type:"\
integer",minimum:0},{type:"null"}]},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:["key"],properties:{
key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"judge"},subject:{
description:"Index of an op.",type:"integer",minimum:0},fields:{type:"object"},on_fail:{enum:["retry_with_feedback","esc\
alate","halt","log_and_continue"]},max_retries:{type:"integer",minimum:0},escalate:{anyOf:[{description:"Index of an op.",
type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"choose"}}},then:{type:"object",
additionalProperties:!1,required:["node","kind","max_visits","op","route"],properties:{node:{type:"string"},kind:{enum:[
"model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{type:"string"},labels:{
type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"choose"},route:{$ref:"\
#/$defs/route"}}}},{if:{required:["op"],properties:{op:{const:"fork"}}},then:{type:"object",additionalProperties:!1,required:[
"node","kind","max_visits","op","branches","join"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","b\
ranch","parallel","join","wait","human_approval","eval","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{
type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"fork"},branches:{type:"array",items:{description:"Index\
 of an op.",type:"integer",minimum:0}},join:{description:"Index of an op.",type:"integer",minimum:0}}}},{if:{required:["\
op"],properties:{op:{const:"join"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","w\
rites","next","op","wait_for","merge"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","para\
llel","join","wait","human_approval","eval","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{
type:"string"}},max_visits:{type:"integer",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,
required:["key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},
op:{const:"join"},wait_for:{type:"array",items:{description:"Index of an op.",type:"integer",minimum:0}},merge:{anyOf:[{
enum:["last_writer","collect","first"]},{type:"object",additionalProperties:!1,required:["module","function"],properties:{
module:{type:"string"},function:{type:"string"}}}]}}}},{if:{required:["op"],properties:{op:{const:"suspend"}}},then:{type:"\
object",additionalProperties:!1,required:["node","kind","max_visits","writes","next","op","until","fields","timeout_ms",
"on_timeout","on_rejected"],properties:{node:{type:"string"},kind:{enum:["model","tool","http","branch","parallel","join",
"wait","human_approval","eval","end"]},description:{type:"string"},labels:{type:"object",additionalProperties:{type:"str\
ing"}},max_visits:{type:"integer",minimum:1},writes:{type:"array",items:{type:"object",additionalProperties:!1,required:[
"key"],properties:{key:{type:"string"},part:{type:"string"}}}},next:{anyOf:[{$ref:"#/$defs/route"},{type:"null"}]},op:{const:"\
suspend"},until:{enum:["event","approval"]},fields:{type:"object"},timeout_ms:{anyOf:[{type:"integer",minimum:0},{type:"\
null"}]},on_timeout:{anyOf:[{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]},on_rejected:{anyOf:[
{description:"Index of an op.",type:"integer",minimum:0},{type:"null"}]}}}},{if:{required:["op"],properties:{op:{const:"\
halt"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","op","status"],properties:{node:{
type:"string"},kind:{enum:["model","tool","http","branch","parallel","join","wait","human_approval","eval","end"]},description:{
type:"string"},labels:{type:"object",additionalProperties:{type:"string"}},max_visits:{type:"integer",minimum:1},op:{const:"\
halt"},status:{enum:["completed","failed"]}}}}]};function Je(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:V=s,dynamicAnchors:D={}}={}){let r=null,e=0,
xe=Je.evaluated;if(xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0),e===0)if(s&&typeof s=="object"&&
!Array.isArray(s)){let Ue;if(s.cases===void 0&&(Ue="cases")||s.otherwise===void 0&&(Ue="otherwise"))return Je.errors=[{instancePath:t,
schemaPath:"#/required",keyword:"required",params:{missingProperty:Ue},message:"must have required property '"+Ue+"'"}],
!1;{let i=e;for(let d in s)if(!(d==="cases"||d==="otherwise")){return Je.errors=[{instancePath:t,schemaPath:"#/additiona\
lProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"}],
!1;break}if(i===e){if(s.cases!==void 0){let d=s.cases,de=e;if(e===de)if(Array.isArray(d)){var Y=!0;let Le=d.length;for(let Pe=0;Pe<
Le;Pe++){let Ie=d[Pe],Be=e;if(e===Be)if(Ie&&typeof Ie=="object"&&!Array.isArray(Ie)){let Ae;if(Ie.when===void 0&&(Ae="wh\
en")||Ie.to===void 0&&(Ae="to"))return Je.errors=[{instancePath:t+"/cases/"+Pe,schemaPath:"#/properties/cases/items/requ\
ired",keyword:"required",params:{missingProperty:Ae},message:"must have required property '"+Ae+"'"}],!1;{let Re=e;for(let ve in Ie)
if(!(ve==="when"||ve==="to")){return Je.errors=[{instancePath:t+"/cases/"+Pe,schemaPath:"#/properties/cases/items/additi\
onalProperties",keyword:"additionalProperties",params:{additionalProperty:ve},message:"must NOT have additional properti\
es"}],!1;break}if(Re===e){if(Ie.when!==void 0){let ve=Ie.when,S=e;if(!(typeof ve=="number"&&!(ve%1)&&!isNaN(ve)&&isFinite(
ve)))return Je.errors=[{instancePath:t+"/cases/"+Pe+"/when",schemaPath:"#/properties/cases/items/properties/when/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"}],!1;if(e===S&&typeof ve=="number"&&isFinite(ve)&&(ve<0||isNaN(ve)))
return Je.errors=[{instancePath:t+"/cases/"+Pe+"/when",schemaPath:"#/properties/cases/items/properties/when/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var je=S===e}else var je=!0;if(je)if(Ie.to!==void 0){
let ve=Ie.to,S=e;if(!(typeof ve=="number"&&!(ve%1)&&!isNaN(ve)&&isFinite(ve)))return Je.errors=[{instancePath:t+"/cases/"+
Pe+"/to",schemaPath:"#/properties/cases/items/properties/to/type",keyword:"type",params:{type:"integer"},message:"must b\
e integer"}],!1;if(e===S&&typeof ve=="number"&&isFinite(ve)&&(ve<0||isNaN(ve)))return Je.errors=[{instancePath:t+"/cases\
/"+Pe+"/to",schemaPath:"#/properties/cases/items/properties/to/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"}],!1;var je=S===e}else var je=!0}}}else return Je.errors=[{instancePath:t+"/cases/"+Pe,schemaPath:"\
#/properties/cases/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Y=Be===e;if(!Y)break}}else
return Je.errors=[{instancePath:t+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var Ye=de===e}else var Ye=!0;if(Ye)if(s.otherwise!==void 0){let d=s.otherwise,de=e,Le=e,Pe=!1,Ie=e;if(!(typeof d==
"number"&&!(d%1)&&!isNaN(d)&&isFinite(d))){let Ae={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf/\
0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[Ae]:r.push(Ae),e++}if(e===Ie&&typeof d==
"number"&&isFinite(d)&&(d<0||isNaN(d))){let Ae={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf/0/m\
inimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[Ae]:r.push(Ae),e++}var Or=Ie===
e;Pe=Pe||Or;let Be=e;if(d!==null){let Ae={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf/1/type",keyword:"\
type",params:{type:"null"},message:"must be null"};r===null?r=[Ae]:r.push(Ae),e++}var Or=Be===e;if(Pe=Pe||Or,Pe)e=Le,r!==
null&&(Le?r.length=Le:r=null);else{let Ae={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[Ae]:r.push(Ae),e++,Je.errors=r,!1}var Ye=de===
e}else var Ye=!0}}}else return Je.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;return Je.errors=r,e===0}Je.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};function a(s,{instancePath:t="",
parentData:Js,parentDataProperty:Ws,rootData:V=s,dynamicAnchors:D={}}={}){let r=null,e=0,xe=a.evaluated;xe.dynamicProps&&
(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let Y=e,je=e,Ye=!0,Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let tr;if(s.op===void 0&&(tr="op")){let Qe={};r===null?r=[Qe]:r.push(Qe),e++}else if(s.op!==void 0&&s.op!=="call"){let Qe={};
r===null?r=[Qe]:r.push(Qe),e++}}var Ue=Or===e;if(e=je,r!==null&&(je?r.length=je:r=null),Ue){let tr=e;if(e===tr)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Ve;if(s.node===void 0&&(Ve="node")||s.kind===void 0&&(Ve="kind")||s.max_visits===void 0&&
(Ve="max_visits")||s.retry===void 0&&(Ve="retry")||s.timeout_ms===void 0&&(Ve="timeout_ms")||s.on_error===void 0&&(Ve="o\
n_error")||s.writes===void 0&&(Ve="writes")||s.next===void 0&&(Ve="next")||s.op===void 0&&(Ve="op")||s.effect===void 0&&
(Ve="effect")||s.fields===void 0&&(Ve="fields")||s.append_feedback===void 0&&(Ve="append_feedback"))return a.errors=[{instancePath:t,
schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty:Ve},message:"must have required property\
 '"+Ve+"'"}],!1;{let Ce=e;for(let m in s)if(!Cs.call(sr.allOf[0].then.properties,m)){return a.errors=[{instancePath:t,schemaPath:"\
#/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have\
 additional properties"}],!1;break}if(Ce===e){if(s.node!==void 0){let m=e;if(typeof s.node!="string")return a.errors=[{instancePath:t+
"/node",schemaPath:"#/allOf/0/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var i=m===e}else var i=!0;if(i){if(s.kind!==void 0){let m=s.kind,_e=e;if(!(m==="model"||m==="tool"||m==="http"||m==="\
branch"||m==="parallel"||m==="join"||m==="wait"||m==="human_approval"||m==="eval"||m==="end"))return a.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/0/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[0].then.properties.
kind.enum},message:"must be equal to one of the allowed values"}],!1;var i=_e===e}else var i=!0;if(i){if(s.description!==
void 0){let m=e;if(typeof s.description!="string")return a.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/0/\
then/properties/description/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=m===e}else var i=!0;
if(i){if(s.labels!==void 0){let m=s.labels,_e=e;if(e===_e)if(m&&typeof m=="object"&&!Array.isArray(m))for(let I in m){let ie=e;
if(typeof m[I]!="string")return a.errors=[{instancePath:t+"/labels/"+I.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/allOf/0/then/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"}],!1;var d=ie===e;if(!d)break}else return a.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/0/then/properties/l\
abels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var i=_e===e}else var i=!0;if(i){if(s.max_visits!==
void 0){let m=s.max_visits,_e=e;if(!(typeof m=="number"&&!(m%1)&&!isNaN(m)&&isFinite(m)))return a.errors=[{instancePath:t+
"/max_visits",schemaPath:"#/allOf/0/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"mus\
t be integer"}],!1;if(e===_e&&typeof m=="number"&&isFinite(m)&&(m<1||isNaN(m)))return a.errors=[{instancePath:t+"/max_vi\
sits",schemaPath:"#/allOf/0/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"\
must be >= 1"}],!1;var i=_e===e}else var i=!0;if(i){if(s.retry!==void 0){let m=s.retry,_e=e,De=e,I=!1,ie=e;if(e===ie)if(m&&
typeof m=="object"&&!Array.isArray(m)){let v;if(m.max_attempts===void 0&&(v="max_attempts")||m.backoff===void 0&&(v="bac\
koff")||m.delay_ms===void 0&&(v="delay_ms")||m.max_delay_ms===void 0&&(v="max_delay_ms")||m.jitter===void 0&&(v="jitter")){
let x={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/required",keyword:"required",params:{
missingProperty:v},message:"must have required property '"+v+"'"};r===null?r=[x]:r.push(x),e++}else{let x=e;for(let k in m)
if(!(k==="max_attempts"||k==="backoff"||k==="delay_ms"||k==="max_delay_ms"||k==="jitter"||k==="on")){let y={instancePath:t+
"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:k},message:"must NOT have additional properties"};r===null?r=[y]:r.push(y),e++;break}if(x===e){if(m.max_attempts!==
void 0){let k=m.max_attempts,y=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let ke={instancePath:t+"/retr\
y/max_attempts",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/max_attempts/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};r===null?r=[ke]:r.push(ke),e++}if(e===y&&typeof k=="number"&&isFinite(k)&&(k<
1||isNaN(k))){let ke={instancePath:t+"/retry/max_attempts",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/propertie\
s/max_attempts/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"};r===null?r=[ke]:r.push(
ke),e++}var de=y===e}else var de=!0;if(de){if(m.backoff!==void 0){let k=m.backoff,y=e;if(!(k==="constant"||k==="linear"||
k==="exponential")){let c={instancePath:t+"/retry/backoff",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/propertie\
s/backoff/enum",keyword:"enum",params:{allowedValues:sr.allOf[0].then.properties.retry.anyOf[0].properties.backoff.enum},
message:"must be equal to one of the allowed values"};r===null?r=[c]:r.push(c),e++}var de=y===e}else var de=!0;if(de){if(m.
delay_ms!==void 0){let k=m.delay_ms,y=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&isFinite(k))){let c={instancePath:t+
"/retry/delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/delay_ms/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"};r===null?r=[c]:r.push(c),e++}if(e===y&&typeof k=="number"&&isFinite(k)&&(k<0||isNaN(
k))){let c={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/delay_ms/min\
imum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[c]:r.push(c),e++}var de=y===
e}else var de=!0;if(de){if(m.max_delay_ms!==void 0){let k=m.max_delay_ms,y=e;if(!(typeof k=="number"&&!(k%1)&&!isNaN(k)&&
isFinite(k))){let c={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties\
/max_delay_ms/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[c]:r.push(c),e++}if(e===
y&&typeof k=="number"&&isFinite(k)&&(k<0||isNaN(k))){let c={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/0/t\
hen/properties/retry/anyOf/0/properties/max_delay_ms/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"};r===null?r=[c]:r.push(c),e++}var de=y===e}else var de=!0;if(de){if(m.jitter!==void 0){let k=e;if(typeof m.
jitter!="boolean"){let ke={instancePath:t+"/retry/jitter",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties\
/jitter/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};r===null?r=[ke]:r.push(ke),e++}var de=k===
e}else var de=!0;if(de)if(m.on!==void 0){let k=m.on,y=e;if(e===y)if(Array.isArray(k)){var Le=!0;let c=k.length;for(let ae=0;ae<
c;ae++){let u=k[ae],f=e,X=e,re=!1,ye=e;if(!(u==="timeout"||u==="rate_limited"||u==="model_overloaded"||u==="server_error"||
u==="io_error"||u==="connection_reset"||u==="tool_error"||u==="http_status"||u==="state_type_mismatch"||u==="output_inva\
lid"||u==="expression_error"||u==="no_branch_matched"||u==="policy_denied"||u==="approval_required"||u==="approval_rejec\
ted"||u==="budget_exceeded"||u==="eval_failed"||u==="capability_mismatch"||u==="delegate_unreachable"||u==="trust_crossi\
ng_denied"||u==="verification_failed"||u==="partial_completion"||u==="scope_narrowing_failed"||u==="tool_drift"||u==="ou\
tput_limit"||u==="guard_refused"||u==="missing_secret"||u==="node_failed"||u==="uncertain"||u==="cancelled"||u==="workfl\
ow_timeout"||u==="limit_exceeded"||u==="not_configured"||u==="reply_missing")){let C={instancePath:t+"/retry/on/"+ae,schemaPath:"\
#/allOf/0/then/properties/retry/anyOf/0/properties/on/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:sr.allOf[0].
then.properties.retry.anyOf[0].properties.on.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};
r===null?r=[C]:r.push(C),e++}var Pe=ye===e;re=re||Pe;let j=e;if(!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let C={
instancePath:t+"/retry/on/"+ae,schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/on/items/anyOf/1/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};r===null?r=[C]:r.push(C),e++}var Pe=j===e;if(re=re||Pe,re)e=X,r!==
null&&(X?r.length=X:r=null);else{let C={instancePath:t+"/retry/on/"+ae,schemaPath:"#/allOf/0/then/properties/retry/anyOf\
/0/properties/on/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};r===null?r=[C]:r.push(C),
e++}var Le=f===e;if(!Le)break}}else{let c={instancePath:t+"/retry/on",schemaPath:"#/allOf/0/then/properties/retry/anyOf/\
0/properties/on/type",keyword:"type",params:{type:"array"},message:"must be array"};r===null?r=[c]:r.push(c),e++}var de=y===
e}else var de=!0}}}}}}}else{let v={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/type",keyword:"\
type",params:{type:"object"},message:"must be object"};r===null?r=[v]:r.push(v),e++}var Ie=ie===e;I=I||Ie;let n=e;if(m!==
null){let v={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/1/type",keyword:"type",params:{type:"\
null"},message:"must be null"};r===null?r=[v]:r.push(v),e++}var Ie=n===e;if(I=I||Ie,I)e=De,r!==null&&(De?r.length=De:r=null);else{
let v={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf",keyword:"anyOf",params:{},message:"mus\
t match a schema in anyOf"};return r===null?r=[v]:r.push(v),e++,a.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.timeout_ms!==
void 0){let m=s.timeout_ms,_e=e,De=e,I=!1,ie=e;if(!(typeof m=="number"&&!(m%1)&&!isNaN(m)&&isFinite(m))){let v={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[v]:r.push(v),e++}if(e===ie&&typeof m=="number"&&isFinite(m)&&(m<0||isNaN(m))){let v={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",
limit:0},message:"must be >= 0"};r===null?r=[v]:r.push(v),e++}var Be=ie===e;I=I||Be;let n=e;if(m!==null){let v={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[v]:r.push(v),e++}var Be=n===e;if(I=I||Be,I)e=De,r!==null&&(De?r.length=De:r=null);else{let v={
instancePath:t+"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};return r===null?r=[v]:r.push(v),e++,a.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.on_error!==
void 0){let m=s.on_error,_e=e,De=e,I=!1,ie=e;if(!(typeof m=="number"&&!(m%1)&&!isNaN(m)&&isFinite(m))){let v={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[v]:r.push(v),e++}if(e===ie&&typeof m=="number"&&isFinite(m)&&(m<0||isNaN(m))){let v={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"};r===null?r=[v]:r.push(v),e++}var Se=ie===e;I=I||Se;let n=e;if(m!==null){let v={instancePath:t+"/\
on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must\
 be null"};r===null?r=[v]:r.push(v),e++}var Se=n===e;if(I=I||Se,I)e=De,r!==null&&(De?r.length=De:r=null);else{let v={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf",keyword:"anyOf",params:{},message:"must match a schema\
 in anyOf"};return r===null?r=[v]:r.push(v),e++,a.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.writes!==void 0){let m=s.
writes,_e=e;if(e===_e)if(Array.isArray(m)){var Ae=!0;let I=m.length;for(let ie=0;ie<I;ie++){let n=m[ie],Q=e;if(e===Q)if(n&&
typeof n=="object"&&!Array.isArray(n)){let x;if(n.key===void 0&&(x="key"))return a.errors=[{instancePath:t+"/writes/"+ie,
schemaPath:"#/allOf/0/then/properties/writes/items/required",keyword:"required",params:{missingProperty:x},message:"must\
 have required property '"+x+"'"}],!1;{let k=e;for(let y in n)if(!(y==="key"||y==="part")){return a.errors=[{instancePath:t+
"/writes/"+ie,schemaPath:"#/allOf/0/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:y},message:"must NOT have additional properties"}],!1;break}if(k===e){if(n.key!==void 0){let y=e;if(typeof n.
key!="string")return a.errors=[{instancePath:t+"/writes/"+ie+"/key",schemaPath:"#/allOf/0/then/properties/writes/items/p\
roperties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Re=y===e}else var Re=!0;if(Re)
if(n.part!==void 0){let y=e;if(typeof n.part!="string")return a.errors=[{instancePath:t+"/writes/"+ie+"/part",schemaPath:"\
#/allOf/0/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be stri\
ng"}],!1;var Re=y===e}else var Re=!0}}}else return a.errors=[{instancePath:t+"/writes/"+ie,schemaPath:"#/allOf/0/then/pr\
operties/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ae=Q===e;if(!Ae)break}}else
return a.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/0/then/properties/writes/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var i=_e===e}else var i=!0;if(i){if(s.next!==void 0){let m=s.next,_e=e,De=e,I=!1,ie=e;
Je(m,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:V,dynamicAnchors:D})||(r=r===null?Je.errors:
r.concat(Je.errors),e=r.length);var ve=ie===e;I=I||ve;let n=e;if(m!==null){let v={instancePath:t+"/next",schemaPath:"#/a\
llOf/0/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[v]:r.push(
v),e++}var ve=n===e;if(I=I||ve,I)e=De,r!==null&&(De?r.length=De:r=null);else{let v={instancePath:t+"/next",schemaPath:"#\
/allOf/0/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=
[v]:r.push(v),e++,a.errors=r,!1}var i=_e===e}else var i=!0;if(i){if(s.op!==void 0){let m=e;if(s.op!=="call")return a.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/0/then/properties/op/const",keyword:"const",params:{allowedValue:"call"},message:"\
must be equal to constant"}],!1;var i=m===e}else var i=!0;if(i){if(s.effect!==void 0){let m=s.effect,_e=e;if(!(m==="read"||
m==="idempotent"||m==="once"))return a.errors=[{instancePath:t+"/effect",schemaPath:"#/allOf/0/then/properties/effect/en\
um",keyword:"enum",params:{allowedValues:sr.allOf[0].then.properties.effect.enum},message:"must be equal to one of the a\
llowed values"}],!1;var i=_e===e}else var i=!0;if(i){if(s.fields!==void 0){let m=s.fields,_e=e;if(!(m&&typeof m=="object"&&
!Array.isArray(m)))return a.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/0/then/properties/fields/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var i=_e===e}else var i=!0;if(i)if(s.append_feedback!==void 0){
let m=e;if(typeof s.append_feedback!="boolean")return a.errors=[{instancePath:t+"/append_feedback",schemaPath:"#/allOf/0\
/then/properties/append_feedback/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"}],!1;var i=m===e}else
var i=!0}}}}}}}}}}}}}}}else return a.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ue=tr===e;if(Ye=Ue,Ye)var S=!0}if(!Ye){let tr={instancePath:t,schemaPath:"#/a\
llOf/0/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[tr]:r.push(
tr),e++,a.errors=r,!1}var qe=Y===e;if(qe){let tr=e,Qe=e,Ve=!0,Ce=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let _e;if(s.
op===void 0&&(_e="op")){let De={};r===null?r=[De]:r.push(De),e++}else if(s.op!==void 0&&s.op!=="judge"){let De={};r===null?
r=[De]:r.push(De),e++}}var Ze=Ce===e;if(e=Qe,r!==null&&(Qe?r.length=Qe:r=null),Ze){let _e=e;if(e===_e)if(s&&typeof s=="o\
bject"&&!Array.isArray(s)){let I;if(s.node===void 0&&(I="node")||s.kind===void 0&&(I="kind")||s.max_visits===void 0&&(I=
"max_visits")||s.retry===void 0&&(I="retry")||s.timeout_ms===void 0&&(I="timeout_ms")||s.on_error===void 0&&(I="on_error")||
s.writes===void 0&&(I="writes")||s.next===void 0&&(I="next")||s.op===void 0&&(I="op")||s.subject===void 0&&(I="subject")||
s.fields===void 0&&(I="fields")||s.on_fail===void 0&&(I="on_fail")||s.max_retries===void 0&&(I="max_retries")||s.escalate===
void 0&&(I="escalate"))return a.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{
missingProperty:I},message:"must have required property '"+I+"'"}],!1;{let ie=e;for(let n in s)if(!Cs.call(sr.allOf[1].then.
properties,n)){return a.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProp\
erties",params:{additionalProperty:n},message:"must NOT have additional properties"}],!1;break}if(ie===e){if(s.node!==void 0){
let n=e;if(typeof s.node!="string")return a.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/1/then/properties/node/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var O=n===e}else var O=!0;if(O){if(s.kind!==void 0){
let n=s.kind,Q=e;if(!(n==="model"||n==="tool"||n==="http"||n==="branch"||n==="parallel"||n==="join"||n==="wait"||n==="hu\
man_approval"||n==="eval"||n==="end"))return a.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/1/then/properties/kin\
d/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.kind.enum},message:"must be equal to one of the\
 allowed values"}],!1;var O=Q===e}else var O=!0;if(O){if(s.description!==void 0){let n=e;if(typeof s.description!="strin\
g")return a.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/1/then/properties/description/type",keyword:"type",
params:{type:"string"},message:"must be string"}],!1;var O=n===e}else var O=!0;if(O){if(s.labels!==void 0){let n=s.labels,
Q=e;if(e===Q)if(n&&typeof n=="object"&&!Array.isArray(n))for(let x in n){let k=e;if(typeof n[x]!="string")return a.errors=
[{instancePath:t+"/labels/"+x.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/1/then/properties/labels/additi\
onalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var ge=k===e;if(!ge)break}else return a.
errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/1/then/properties/labels/type",keyword:"type",params:{type:"object"},
message:"must be object"}],!1;var O=Q===e}else var O=!0;if(O){if(s.max_visits!==void 0){let n=s.max_visits,Q=e;if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/1/then/prop\
erties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===Q&&typeof n=="numbe\
r"&&isFinite(n)&&(n<1||isNaN(n)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/1/then/properties/ma\
x_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var O=Q===e}else var O=!0;
if(O){if(s.retry!==void 0){let n=s.retry,Q=e,v=e,x=!1,k=e;if(e===k)if(n&&typeof n=="object"&&!Array.isArray(n)){let c;if(n.
max_attempts===void 0&&(c="max_attempts")||n.backoff===void 0&&(c="backoff")||n.delay_ms===void 0&&(c="delay_ms")||n.max_delay_ms===
void 0&&(c="max_delay_ms")||n.jitter===void 0&&(c="jitter")){let ae={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/\
properties/retry/anyOf/0/required",keyword:"required",params:{missingProperty:c},message:"must have required property '"+
c+"'"};r===null?r=[ae]:r.push(ae),e++}else{let ae=e;for(let u in n)if(!(u==="max_attempts"||u==="backoff"||u==="delay_ms"||
u==="max_delay_ms"||u==="jitter"||u==="on")){let f={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/properties/retry/\
anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:u},message:"must NOT have additi\
onal properties"};r===null?r=[f]:r.push(f),e++;break}if(ae===e){if(n.max_attempts!==void 0){let u=n.max_attempts,f=e;if(!(typeof u==
"number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let X={instancePath:t+"/retry/max_attempts",schemaPath:"#/allOf/1/then/proper\
ties/retry/anyOf/0/properties/max_attempts/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[X]:r.push(X),e++}if(e===f&&typeof u=="number"&&isFinite(u)&&(u<1||isNaN(u))){let X={instancePath:t+"/retry/max_attemp\
ts",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/max_attempts/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:1},message:"must be >= 1"};r===null?r=[X]:r.push(X),e++}var We=f===e}else var We=!0;if(We){if(n.backoff!==void 0){
let u=n.backoff,f=e;if(!(u==="constant"||u==="linear"||u==="exponential")){let re={instancePath:t+"/retry/backoff",schemaPath:"\
#/allOf/1/then/properties/retry/anyOf/0/properties/backoff/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.
retry.anyOf[0].properties.backoff.enum},message:"must be equal to one of the allowed values"};r===null?r=[re]:r.push(re),
e++}var We=f===e}else var We=!0;if(We){if(n.delay_ms!==void 0){let u=n.delay_ms,f=e;if(!(typeof u=="number"&&!(u%1)&&!isNaN(
u)&&isFinite(u))){let re={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/propertie\
s/delay_ms/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[re]:r.push(re),e++}if(e===
f&&typeof u=="number"&&isFinite(u)&&(u<0||isNaN(u))){let re={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/1/then\
/properties/retry/anyOf/0/properties/delay_ms/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must \
be >= 0"};r===null?r=[re]:r.push(re),e++}var We=f===e}else var We=!0;if(We){if(n.max_delay_ms!==void 0){let u=n.max_delay_ms,
f=e;if(!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let re={instancePath:t+"/retry/max_delay_ms",schemaPath:"#\
/allOf/1/then/properties/retry/anyOf/0/properties/max_delay_ms/type",keyword:"type",params:{type:"integer"},message:"mus\
t be integer"};r===null?r=[re]:r.push(re),e++}if(e===f&&typeof u=="number"&&isFinite(u)&&(u<0||isNaN(u))){let re={instancePath:t+
"/retry/max_delay_ms",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/max_delay_ms/minimum",keyword:"mini\
mum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[re]:r.push(re),e++}var We=f===e}else var We=!0;
if(We){if(n.jitter!==void 0){let u=e;if(typeof n.jitter!="boolean"){let X={instancePath:t+"/retry/jitter",schemaPath:"#/\
allOf/1/then/properties/retry/anyOf/0/properties/jitter/type",keyword:"type",params:{type:"boolean"},message:"must be bo\
olean"};r===null?r=[X]:r.push(X),e++}var We=u===e}else var We=!0;if(We)if(n.on!==void 0){let u=n.on,f=e;if(e===f)if(Array.
isArray(u)){var h=!0;let re=u.length;for(let ye=0;ye<re;ye++){let j=u[ye],_=e,C=e,ce=!1,$=e;if(!(j==="timeout"||j==="rat\
e_limited"||j==="model_overloaded"||j==="server_error"||j==="io_error"||j==="connection_reset"||j==="tool_error"||j==="h\
ttp_status"||j==="state_type_mismatch"||j==="output_invalid"||j==="expression_error"||j==="no_branch_matched"||j==="poli\
cy_denied"||j==="approval_required"||j==="approval_rejected"||j==="budget_exceeded"||j==="eval_failed"||j==="capability_\
mismatch"||j==="delegate_unreachable"||j==="trust_crossing_denied"||j==="verification_failed"||j==="partial_completion"||
j==="scope_narrowing_failed"||j==="tool_drift"||j==="output_limit"||j==="guard_refused"||j==="missing_secret"||j==="node\
_failed"||j==="uncertain"||j==="cancelled"||j==="workflow_timeout"||j==="limit_exceeded"||j==="not_configured"||j==="rep\
ly_missing")){let A={instancePath:t+"/retry/on/"+ye,schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/it\
ems/anyOf/0/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.retry.anyOf[0].properties.on.items.anyOf[0].
enum},message:"must be equal to one of the allowed values"};r===null?r=[A]:r.push(A),e++}var L=$===e;ce=ce||L;let pe=e;if(!(typeof j==
"number"&&!(j%1)&&!isNaN(j)&&isFinite(j))){let A={instancePath:t+"/retry/on/"+ye,schemaPath:"#/allOf/1/then/properties/r\
etry/anyOf/0/properties/on/items/anyOf/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[A]:r.push(A),e++}var L=pe===e;if(ce=ce||L,ce)e=C,r!==null&&(C?r.length=C:r=null);else{let A={instancePath:t+"/retry/o\
n/"+ye,schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/items/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};r===null?r=[A]:r.push(A),e++}var h=_===e;if(!h)break}}else{let re={instancePath:t+"/retry\
/on",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/type",keyword:"type",params:{type:"array"},message:"\
must be array"};r===null?r=[re]:r.push(re),e++}var We=f===e}else var We=!0}}}}}}}else{let c={instancePath:t+"/retry",schemaPath:"\
#/allOf/1/then/properties/retry/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};r===null?r=
[c]:r.push(c),e++}var br=k===e;x=x||br;let y=e;if(n!==null){let c={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/pr\
operties/retry/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[c]:r.push(c),e++}var br=y===
e;if(x=x||br,x)e=v,r!==null&&(v?r.length=v:r=null);else{let c={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/proper\
ties/retry/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[c]:r.push(c),e++,
a.errors=r,!1}var O=Q===e}else var O=!0;if(O){if(s.timeout_ms!==void 0){let n=s.timeout_ms,Q=e,v=e,x=!1,k=e;if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let c={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/then/properties/tim\
eout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[c]:r.push(c),e++}if(e===
k&&typeof n=="number"&&isFinite(n)&&(n<0||isNaN(n))){let c={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/then/prop\
erties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=
[c]:r.push(c),e++}var Z=k===e;x=x||Z;let y=e;if(n!==null){let c={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/then\
/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[c]:r.push(c),
e++}var Z=y===e;if(x=x||Z,x)e=v,r!==null&&(v?r.length=v:r=null);else{let c={instancePath:t+"/timeout_ms",schemaPath:"#/a\
llOf/1/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?
r=[c]:r.push(c),e++,a.errors=r,!1}var O=Q===e}else var O=!0;if(O){if(s.on_error!==void 0){let n=s.on_error,Q=e,v=e,x=!1,
k=e;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let c={instancePath:t+"/on_error",schemaPath:"#/allOf/1/th\
en/properties/on_error/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[c]:r.
push(c),e++}if(e===k&&typeof n=="number"&&isFinite(n)&&(n<0||isNaN(n))){let c={instancePath:t+"/on_error",schemaPath:"#/\
allOf/1/then/properties/on_error/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >=\
 0"};r===null?r=[c]:r.push(c),e++}var q=k===e;x=x||q;let y=e;if(n!==null){let c={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=
[c]:r.push(c),e++}var q=y===e;if(x=x||q,x)e=v,r!==null&&(v?r.length=v:r=null);else{let c={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?
r=[c]:r.push(c),e++,a.errors=r,!1}var O=Q===e}else var O=!0;if(O){if(s.writes!==void 0){let n=s.writes,Q=e;if(e===Q)if(Array.
isArray(n)){var b=!0;let x=n.length;for(let k=0;k<x;k++){let y=n[k],ke=e;if(e===ke)if(y&&typeof y=="object"&&!Array.isArray(
y)){let ae;if(y.key===void 0&&(ae="key"))return a.errors=[{instancePath:t+"/writes/"+k,schemaPath:"#/allOf/1/then/proper\
ties/writes/items/required",keyword:"required",params:{missingProperty:ae},message:"must have required property '"+ae+"'"}],
!1;{let u=e;for(let f in y)if(!(f==="key"||f==="part")){return a.errors=[{instancePath:t+"/writes/"+k,schemaPath:"#/allO\
f/1/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},message:"\
must NOT have additional properties"}],!1;break}if(u===e){if(y.key!==void 0){let f=e;if(typeof y.key!="string")return a.
errors=[{instancePath:t+"/writes/"+k+"/key",schemaPath:"#/allOf/1/then/properties/writes/items/properties/key/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var ee=f===e}else var ee=!0;if(ee)if(y.part!==void 0){let f=e;
if(typeof y.part!="string")return a.errors=[{instancePath:t+"/writes/"+k+"/part",schemaPath:"#/allOf/1/then/properties/w\
rites/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var ee=f===e}else var ee=!0}}}else
return a.errors=[{instancePath:t+"/writes/"+k,schemaPath:"#/allOf/1/then/properties/writes/items/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var b=ke===e;if(!b)break}}else return a.errors=[{instancePath:t+"/writes",schemaPath:"\
#/allOf/1/then/properties/writes/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var O=Q===e}else
var O=!0;if(O){if(s.next!==void 0){let n=s.next,Q=e,v=e,x=!1,k=e;Je(n,{instancePath:t+"/next",parentData:s,parentDataProperty:"\
next",rootData:V,dynamicAnchors:D})||(r=r===null?Je.errors:r.concat(Je.errors),e=r.length);var Ee=k===e;x=x||Ee;let y=e;
if(n!==null){let c={instancePath:t+"/next",schemaPath:"#/allOf/1/then/properties/next/anyOf/1/type",keyword:"type",params:{
type:"null"},message:"must be null"};r===null?r=[c]:r.push(c),e++}var Ee=y===e;if(x=x||Ee,x)e=v,r!==null&&(v?r.length=v:
r=null);else{let c={instancePath:t+"/next",schemaPath:"#/allOf/1/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};return r===null?r=[c]:r.push(c),e++,a.errors=r,!1}var O=Q===e}else var O=!0;if(O){if(s.op!==
void 0){let n=e;if(s.op!=="judge")return a.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/1/then/properties/op/const",
keyword:"const",params:{allowedValue:"judge"},message:"must be equal to constant"}],!1;var O=n===e}else var O=!0;if(O){if(s.
subject!==void 0){let n=s.subject,Q=e;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)))return a.errors=[{instancePath:t+
"/subject",schemaPath:"#/allOf/1/then/properties/subject/type",keyword:"type",params:{type:"integer"},message:"must be i\
nteger"}],!1;if(e===Q&&typeof n=="number"&&isFinite(n)&&(n<0||isNaN(n)))return a.errors=[{instancePath:t+"/subject",schemaPath:"\
#/allOf/1/then/properties/subject/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;
var O=Q===e}else var O=!0;if(O){if(s.fields!==void 0){let n=s.fields,Q=e;if(!(n&&typeof n=="object"&&!Array.isArray(n)))
return a.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/1/then/properties/fields/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var O=Q===e}else var O=!0;if(O){if(s.on_fail!==void 0){let n=s.on_fail,Q=e;if(!(n===
"retry_with_feedback"||n==="escalate"||n==="halt"||n==="log_and_continue"))return a.errors=[{instancePath:t+"/on_fail",schemaPath:"\
#/allOf/1/then/properties/on_fail/enum",keyword:"enum",params:{allowedValues:sr.allOf[1].then.properties.on_fail.enum},message:"\
must be equal to one of the allowed values"}],!1;var O=Q===e}else var O=!0;if(O){if(s.max_retries!==void 0){let n=s.max_retries,
Q=e;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)))return a.errors=[{instancePath:t+"/max_retries",schemaPath:"\
#/allOf/1/then/properties/max_retries/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
Q&&typeof n=="number"&&isFinite(n)&&(n<0||isNaN(n)))return a.errors=[{instancePath:t+"/max_retries",schemaPath:"#/allOf/\
1/then/properties/max_retries/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var O=Q===
e}else var O=!0;if(O)if(s.escalate!==void 0){let n=s.escalate,Q=e,v=e,x=!1,k=e;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&
isFinite(n))){let c={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/0/type",keyword:"ty\
pe",params:{type:"integer"},message:"must be integer"};r===null?r=[c]:r.push(c),e++}if(e===k&&typeof n=="number"&&isFinite(
n)&&(n<0||isNaN(n))){let c={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/0/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[c]:r.push(c),e++}var be=k===e;x=x||be;let y=e;
if(n!==null){let c={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/1/type",keyword:"typ\
e",params:{type:"null"},message:"must be null"};r===null?r=[c]:r.push(c),e++}var be=y===e;if(x=x||be,x)e=v,r!==null&&(v?
r.length=v:r=null);else{let c={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[c]:r.push(c),e++,a.errors=r,!1}var O=Q===e}else
var O=!0}}}}}}}}}}}}}}}}}else return a.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ze=_e===e;if(Ve=Ze,Ve)var H=!0}if(!Ve){let _e={instancePath:t,schemaPath:"#/a\
llOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[_e]:r.push(
_e),e++,a.errors=r,!1}var qe=tr===e;if(qe){S!==!0&&H!==void 0&&(H===!0?S=!0:(S=S||{},Object.assign(S,H)));let _e=e,De=e,
I=!0,ie=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Q;if(s.op===void 0&&(Q="op")){let v={};r===null?r=[v]:r.push(
v),e++}else if(s.op!==void 0&&s.op!=="choose"){let v={};r===null?r=[v]:r.push(v),e++}}var w=ie===e;if(e=De,r!==null&&(De?
r.length=De:r=null),w){let Q=e;if(e===Q)if(s&&typeof s=="object"&&!Array.isArray(s)){let x;if(s.node===void 0&&(x="node")||
s.kind===void 0&&(x="kind")||s.max_visits===void 0&&(x="max_visits")||s.op===void 0&&(x="op")||s.route===void 0&&(x="rou\
te"))return a.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:x},
message:"must have required property '"+x+"'"}],!1;{let k=e;for(let y in s)if(!(y==="node"||y==="kind"||y==="description"||
y==="labels"||y==="max_visits"||y==="op"||y==="route")){return a.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/addi\
tionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional propert\
ies"}],!1;break}if(k===e){if(s.node!==void 0){let y=e;if(typeof s.node!="string")return a.errors=[{instancePath:t+"/node",
schemaPath:"#/allOf/2/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var le=y===
e}else var le=!0;if(le){if(s.kind!==void 0){let y=s.kind,ke=e;if(!(y==="model"||y==="tool"||y==="http"||y==="branch"||y===
"parallel"||y==="join"||y==="wait"||y==="human_approval"||y==="eval"||y==="end"))return a.errors=[{instancePath:t+"/kind",
schemaPath:"#/allOf/2/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[2].then.properties.kind.enum},
message:"must be equal to one of the allowed values"}],!1;var le=ke===e}else var le=!0;if(le){if(s.description!==void 0){
let y=e;if(typeof s.description!="string")return a.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/2/then/pro\
perties/description/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var le=y===e}else var le=!0;
if(le){if(s.labels!==void 0){let y=s.labels,ke=e;if(e===ke)if(y&&typeof y=="object"&&!Array.isArray(y))for(let ae in y){
let u=e;if(typeof y[ae]!="string")return a.errors=[{instancePath:t+"/labels/"+ae.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/allOf/2/then/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"m\
ust be string"}],!1;var Xe=u===e;if(!Xe)break}else return a.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/2/then\
/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var le=ke===e}else var le=!0;
if(le){if(s.max_visits!==void 0){let y=s.max_visits,ke=e;if(!(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y)))return a.
errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/2/then/properties/max_visits/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"}],!1;if(e===ke&&typeof y=="number"&&isFinite(y)&&(y<1||isNaN(y)))return a.errors=[{instancePath:t+
"/max_visits",schemaPath:"#/allOf/2/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},
message:"must be >= 1"}],!1;var le=ke===e}else var le=!0;if(le){if(s.op!==void 0){let y=e;if(s.op!=="choose")return a.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/2/then/properties/op/const",keyword:"const",params:{allowedValue:"choose"},message:"\
must be equal to constant"}],!1;var le=y===e}else var le=!0;if(le)if(s.route!==void 0){let y=e;Je(s.route,{instancePath:t+
"/route",parentData:s,parentDataProperty:"route",rootData:V,dynamicAnchors:D})||(r=r===null?Je.errors:r.concat(Je.errors),
e=r.length);var le=y===e}else var le=!0}}}}}}}}else return a.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var w=Q===e;if(I=w,I)var Ke=!0}if(!I){let Q={instancePath:t,schemaPath:"\
#/allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Q]:r.push(
Q),e++,a.errors=r,!1}var qe=_e===e;if(qe){S!==!0&&Ke!==void 0&&(Ke===!0?S=!0:(S=S||{},Object.assign(S,Ke)));let Q=e,v=e,
x=!0,k=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ke;if(s.op===void 0&&(ke="op")){let c={};r===null?r=[c]:r.push(
c),e++}else if(s.op!==void 0&&s.op!=="fork"){let c={};r===null?r=[c]:r.push(c),e++}}var U=k===e;if(e=v,r!==null&&(v?r.length=
v:r=null),U){let ke=e;if(e===ke)if(s&&typeof s=="object"&&!Array.isArray(s)){let ae;if(s.node===void 0&&(ae="node")||s.kind===
void 0&&(ae="kind")||s.max_visits===void 0&&(ae="max_visits")||s.op===void 0&&(ae="op")||s.branches===void 0&&(ae="branc\
hes")||s.join===void 0&&(ae="join"))return a.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"requi\
red",params:{missingProperty:ae},message:"must have required property '"+ae+"'"}],!1;{let u=e;for(let f in s)if(!(f==="n\
ode"||f==="kind"||f==="description"||f==="labels"||f==="max_visits"||f==="op"||f==="branches"||f==="join")){return a.errors=
[{instancePath:t,schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},
message:"must NOT have additional properties"}],!1;break}if(u===e){if(s.node!==void 0){let f=e;if(typeof s.node!="string")
return a.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/3/then/properties/node/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"}],!1;var T=f===e}else var T=!0;if(T){if(s.kind!==void 0){let f=s.kind,X=e;if(!(f==="mod\
el"||f==="tool"||f==="http"||f==="branch"||f==="parallel"||f==="join"||f==="wait"||f==="human_approval"||f==="eval"||f===
"end"))return a.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/3/then/properties/kind/enum",keyword:"enum",params:{
allowedValues:sr.allOf[3].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var T=X===
e}else var T=!0;if(T){if(s.description!==void 0){let f=e;if(typeof s.description!="string")return a.errors=[{instancePath:t+
"/description",schemaPath:"#/allOf/3/then/properties/description/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"}],!1;var T=f===e}else var T=!0;if(T){if(s.labels!==void 0){let f=s.labels,X=e;if(e===X)if(f&&typeof f=="ob\
ject"&&!Array.isArray(f))for(let ye in f){let j=e;if(typeof f[ye]!="string")return a.errors=[{instancePath:t+"/labels/"+
ye.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/3/then/properties/labels/additionalProperties/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var me=j===e;if(!me)break}else return a.errors=[{instancePath:t+
"/labels",schemaPath:"#/allOf/3/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"}],!1;var T=X===e}else var T=!0;if(T){if(s.max_visits!==void 0){let f=s.max_visits,X=e;if(!(typeof f=="number"&&!(f%1)&&
!isNaN(f)&&isFinite(f)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/3/then/properties/max_visits/\
type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===X&&typeof f=="number"&&isFinite(f)&&(f<
1||isNaN(f)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/3/then/properties/max_visits/minimum",keyword:"\
minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var T=X===e}else var T=!0;if(T){if(s.op!==void 0){
let f=e;if(s.op!=="fork")return a.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/3/then/properties/op/const",keyword:"\
const",params:{allowedValue:"fork"},message:"must be equal to constant"}],!1;var T=f===e}else var T=!0;if(T){if(s.branches!==
void 0){let f=s.branches,X=e;if(e===X)if(Array.isArray(f)){var G=!0;let ye=f.length;for(let j=0;j<ye;j++){let _=f[j],C=e;
if(!(typeof _=="number"&&!(_%1)&&!isNaN(_)&&isFinite(_)))return a.errors=[{instancePath:t+"/branches/"+j,schemaPath:"#/a\
llOf/3/then/properties/branches/items/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
C&&typeof _=="number"&&isFinite(_)&&(_<0||isNaN(_)))return a.errors=[{instancePath:t+"/branches/"+j,schemaPath:"#/allOf/\
3/then/properties/branches/items/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;
var G=C===e;if(!G)break}}else return a.errors=[{instancePath:t+"/branches",schemaPath:"#/allOf/3/then/properties/branche\
s/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var T=X===e}else var T=!0;if(T)if(s.join!==void 0){
let f=s.join,X=e;if(!(typeof f=="number"&&!(f%1)&&!isNaN(f)&&isFinite(f)))return a.errors=[{instancePath:t+"/join",schemaPath:"\
#/allOf/3/then/properties/join/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===X&&typeof f==
"number"&&isFinite(f)&&(f<0||isNaN(f)))return a.errors=[{instancePath:t+"/join",schemaPath:"#/allOf/3/then/properties/jo\
in/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var T=X===e}else var T=!0}}}}}}}}}else
return a.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var U=ke===e;if(x=U,x)var R=!0}if(!x){let ke={instancePath:t,schemaPath:"#/allOf/3/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ke]:r.push(ke),e++,a.errors=r,!1}var qe=Q===
e;if(qe){S!==!0&&R!==void 0&&(R===!0?S=!0:(S=S||{},Object.assign(S,R)));let ke=e,c=e,ae=!0,u=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let X;if(s.op===void 0&&(X="op")){let re={};r===null?r=[re]:r.push(re),e++}else if(s.op!==void 0&&s.op!==
"join"){let re={};r===null?r=[re]:r.push(re),e++}}var fe=u===e;if(e=c,r!==null&&(c?r.length=c:r=null),fe){let X=e;if(e===
X)if(s&&typeof s=="object"&&!Array.isArray(s)){let ye;if(s.node===void 0&&(ye="node")||s.kind===void 0&&(ye="kind")||s.max_visits===
void 0&&(ye="max_visits")||s.writes===void 0&&(ye="writes")||s.next===void 0&&(ye="next")||s.op===void 0&&(ye="op")||s.wait_for===
void 0&&(ye="wait_for")||s.merge===void 0&&(ye="merge"))return a.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/requ\
ired",keyword:"required",params:{missingProperty:ye},message:"must have required property '"+ye+"'"}],!1;{let j=e;for(let _ in s)
if(!Cs.call(sr.allOf[4].then.properties,_)){return a.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/additionalProper\
ties",keyword:"additionalProperties",params:{additionalProperty:_},message:"must NOT have additional properties"}],!1;break}
if(j===e){if(s.node!==void 0){let _=e;if(typeof s.node!="string")return a.errors=[{instancePath:t+"/node",schemaPath:"#/\
allOf/4/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var K=_===e}else var K=!0;
if(K){if(s.kind!==void 0){let _=s.kind,C=e;if(!(_==="model"||_==="tool"||_==="http"||_==="branch"||_==="parallel"||_==="\
join"||_==="wait"||_==="human_approval"||_==="eval"||_==="end"))return a.errors=[{instancePath:t+"/kind",schemaPath:"#/a\
llOf/4/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.allOf[4].then.properties.kind.enum},message:"m\
ust be equal to one of the allowed values"}],!1;var K=C===e}else var K=!0;if(K){if(s.description!==void 0){let _=e;if(typeof s.
description!="string")return a.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/4/then/properties/description/\
type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var K=_===e}else var K=!0;if(K){if(s.labels!==
void 0){let _=s.labels,C=e;if(e===C)if(_&&typeof _=="object"&&!Array.isArray(_))for(let $ in _){let pe=e;if(typeof _[$]!=
"string")return a.errors=[{instancePath:t+"/labels/"+$.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/4/then\
/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var E=pe===
e;if(!E)break}else return a.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/4/then/properties/labels/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var K=C===e}else var K=!0;if(K){if(s.max_visits!==void 0){let _=s.
max_visits,C=e;if(!(typeof _=="number"&&!(_%1)&&!isNaN(_)&&isFinite(_)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"\
#/allOf/4/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
C&&typeof _=="number"&&isFinite(_)&&(_<1||isNaN(_)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/4\
/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var K=C===
e}else var K=!0;if(K){if(s.writes!==void 0){let _=s.writes,C=e;if(e===C)if(Array.isArray(_)){var He=!0;let $=_.length;for(let pe=0;pe<
$;pe++){let l=_[pe],A=e;if(e===A)if(l&&typeof l=="object"&&!Array.isArray(l)){let z;if(l.key===void 0&&(z="key"))return a.
errors=[{instancePath:t+"/writes/"+pe,schemaPath:"#/allOf/4/then/properties/writes/items/required",keyword:"required",params:{
missingProperty:z},message:"must have required property '"+z+"'"}],!1;{let ne=e;for(let g in l)if(!(g==="key"||g==="part")){
return a.errors=[{instancePath:t+"/writes/"+pe,schemaPath:"#/allOf/4/then/properties/writes/items/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"}],!1;break}if(ne===
e){if(l.key!==void 0){let g=e;if(typeof l.key!="string")return a.errors=[{instancePath:t+"/writes/"+pe+"/key",schemaPath:"\
#/allOf/4/then/properties/writes/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"}],!1;var Te=g===e}else var Te=!0;if(Te)if(l.part!==void 0){let g=e;if(typeof l.part!="string")return a.errors=[{instancePath:t+
"/writes/"+pe+"/part",schemaPath:"#/allOf/4/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"\
string"},message:"must be string"}],!1;var Te=g===e}else var Te=!0}}}else return a.errors=[{instancePath:t+"/writes/"+pe,
schemaPath:"#/allOf/4/then/properties/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var He=A===e;if(!He)break}}else return a.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/4/then/properties/writ\
es/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var K=C===e}else var K=!0;if(K){if(s.next!==void 0){
let _=s.next,C=e,ce=e,$=!1,pe=e;Je(_,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:V,dynamicAnchors:D})||
(r=r===null?Je.errors:r.concat(Je.errors),e=r.length);var M=pe===e;$=$||M;let l=e;if(_!==null){let J={instancePath:t+"/n\
ext",schemaPath:"#/allOf/4/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};
r===null?r=[J]:r.push(J),e++}var M=l===e;if($=$||M,$)e=ce,r!==null&&(ce?r.length=ce:r=null);else{let J={instancePath:t+"\
/next",schemaPath:"#/allOf/4/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
return r===null?r=[J]:r.push(J),e++,a.errors=r,!1}var K=C===e}else var K=!0;if(K){if(s.op!==void 0){let _=e;if(s.op!=="j\
oin")return a.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/4/then/properties/op/const",keyword:"const",params:{allowedValue:"\
join"},message:"must be equal to constant"}],!1;var K=_===e}else var K=!0;if(K){if(s.wait_for!==void 0){let _=s.wait_for,
C=e;if(e===C)if(Array.isArray(_)){var ue=!0;let $=_.length;for(let pe=0;pe<$;pe++){let l=_[pe],A=e;if(!(typeof l=="numbe\
r"&&!(l%1)&&!isNaN(l)&&isFinite(l)))return a.errors=[{instancePath:t+"/wait_for/"+pe,schemaPath:"#/allOf/4/then/properti\
es/wait_for/items/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===A&&typeof l=="numbe\
r"&&isFinite(l)&&(l<0||isNaN(l)))return a.errors=[{instancePath:t+"/wait_for/"+pe,schemaPath:"#/allOf/4/then/properties/\
wait_for/items/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var ue=A===e;if(!ue)
break}}else return a.errors=[{instancePath:t+"/wait_for",schemaPath:"#/allOf/4/then/properties/wait_for/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"}],!1;var K=C===e}else var K=!0;if(K)if(s.merge!==void 0){let _=s.merge,
C=e,ce=e,$=!1,pe=e;if(!(_==="last_writer"||_==="collect"||_==="first")){let J={instancePath:t+"/merge",schemaPath:"#/all\
Of/4/then/properties/merge/anyOf/0/enum",keyword:"enum",params:{allowedValues:sr.allOf[4].then.properties.merge.anyOf[0].
enum},message:"must be equal to one of the allowed values"};r===null?r=[J]:r.push(J),e++}var Fe=pe===e;$=$||Fe;let l=e;if(e===
l)if(_&&typeof _=="object"&&!Array.isArray(_)){let J;if(_.module===void 0&&(J="module")||_.function===void 0&&(J="functi\
on")){let z={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/required",keyword:"required",params:{
missingProperty:J},message:"must have required property '"+J+"'"};r===null?r=[z]:r.push(z),e++}else{let z=e;for(let ne in _)
if(!(ne==="module"||ne==="function")){let g={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:ne},message:"must NOT have additional p\
roperties"};r===null?r=[g]:r.push(g),e++;break}if(z===e){if(_.module!==void 0){let ne=e;if(typeof _.module!="string"){let g={
instancePath:t+"/merge/module",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/properties/module/type",keyword:"type",
params:{type:"string"},message:"must be string"};r===null?r=[g]:r.push(g),e++}var Me=ne===e}else var Me=!0;if(Me)if(_.function!==
void 0){let ne=e;if(typeof _.function!="string"){let ze={instancePath:t+"/merge/function",schemaPath:"#/allOf/4/then/pro\
perties/merge/anyOf/1/properties/function/type",keyword:"type",params:{type:"string"},message:"must be string"};r===null?
r=[ze]:r.push(ze),e++}var Me=ne===e}else var Me=!0}}}else{let J={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/prop\
erties/merge/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};r===null?r=[J]:r.push(J),e++}
var Fe=l===e;if($=$||Fe,$)e=ce,r!==null&&(ce?r.length=ce:r=null);else{let J={instancePath:t+"/merge",schemaPath:"#/allOf\
/4/then/properties/merge/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[J]:
r.push(J),e++,a.errors=r,!1}var K=C===e}else var K=!0}}}}}}}}}}}else return a.errors=[{instancePath:t,schemaPath:"#/allO\
f/4/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var fe=X===e;if(ae=fe,ae)var Ne=!0}if(!ae){
let X={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" s\
chema'};return r===null?r=[X]:r.push(X),e++,a.errors=r,!1}var qe=ke===e;if(qe){S!==!0&&Ne!==void 0&&(Ne===!0?S=!0:(S=S||
{},Object.assign(S,Ne)));let X=e,re=e,ye=!0,j=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let C;if(s.op===void 0&&(C=
"op")){let ce={};r===null?r=[ce]:r.push(ce),e++}else if(s.op!==void 0&&s.op!=="suspend"){let ce={};r===null?r=[ce]:r.push(
ce),e++}}var we=j===e;if(e=re,r!==null&&(re?r.length=re:r=null),we){let C=e;if(e===C)if(s&&typeof s=="object"&&!Array.isArray(
s)){let $;if(s.node===void 0&&($="node")||s.kind===void 0&&($="kind")||s.max_visits===void 0&&($="max_visits")||s.writes===
void 0&&($="writes")||s.next===void 0&&($="next")||s.op===void 0&&($="op")||s.until===void 0&&($="until")||s.fields===void 0&&
($="fields")||s.timeout_ms===void 0&&($="timeout_ms")||s.on_timeout===void 0&&($="on_timeout")||s.on_rejected===void 0&&
($="on_rejected"))return a.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:$},
message:"must have required property '"+$+"'"}],!1;{let pe=e;for(let l in s)if(!Cs.call(sr.allOf[5].then.properties,l)){
return a.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:l},message:"must NOT have additional properties"}],!1;break}if(pe===e){if(s.node!==void 0){let l=e;if(typeof s.
node!="string")return a.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/5/then/properties/node/type",keyword:"type",
params:{type:"string"},message:"must be string"}],!1;var B=l===e}else var B=!0;if(B){if(s.kind!==void 0){let l=s.kind,A=e;
if(!(l==="model"||l==="tool"||l==="http"||l==="branch"||l==="parallel"||l==="join"||l==="wait"||l==="human_approval"||l===
"eval"||l==="end"))return a.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/5/then/properties/kind/enum",keyword:"en\
um",params:{allowedValues:sr.allOf[5].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],
!1;var B=A===e}else var B=!0;if(B){if(s.description!==void 0){let l=e;if(typeof s.description!="string")return a.errors=
[{instancePath:t+"/description",schemaPath:"#/allOf/5/then/properties/description/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"}],!1;var B=l===e}else var B=!0;if(B){if(s.labels!==void 0){let l=s.labels,A=e;if(e===A)if(l&&
typeof l=="object"&&!Array.isArray(l))for(let z in l){let ne=e;if(typeof l[z]!="string")return a.errors=[{instancePath:t+
"/labels/"+z.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/5/then/properties/labels/additionalProperties/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var _r=ne===e;if(!_r)break}else return a.errors=
[{instancePath:t+"/labels",schemaPath:"#/allOf/5/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var B=A===e}else var B=!0;if(B){if(s.max_visits!==void 0){let l=s.max_visits,A=e;if(!(typeof l=="nu\
mber"&&!(l%1)&&!isNaN(l)&&isFinite(l)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/5/then/propert\
ies/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===A&&typeof l=="number"&&
isFinite(l)&&(l<1||isNaN(l)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/5/then/properties/max_vi\
sits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var B=A===e}else var B=!0;if(B){
if(s.writes!==void 0){let l=s.writes,A=e;if(e===A)if(Array.isArray(l)){var nr=!0;let z=l.length;for(let ne=0;ne<z;ne++){
let g=l[ne],ze=e;if(e===ze)if(g&&typeof g=="object"&&!Array.isArray(g)){let pr;if(g.key===void 0&&(pr="key"))return a.errors=
[{instancePath:t+"/writes/"+ne,schemaPath:"#/allOf/5/then/properties/writes/items/required",keyword:"required",params:{missingProperty:pr},
message:"must have required property '"+pr+"'"}],!1;{let jr=e;for(let ur in g)if(!(ur==="key"||ur==="part")){return a.errors=
[{instancePath:t+"/writes/"+ne,schemaPath:"#/allOf/5/then/properties/writes/items/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:ur},message:"must NOT have additional properties"}],!1;break}if(jr===e){if(g.key!==
void 0){let ur=e;if(typeof g.key!="string")return a.errors=[{instancePath:t+"/writes/"+ne+"/key",schemaPath:"#/allOf/5/t\
hen/properties/writes/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var or=ur===
e}else var or=!0;if(or)if(g.part!==void 0){let ur=e;if(typeof g.part!="string")return a.errors=[{instancePath:t+"/writes\
/"+ne+"/part",schemaPath:"#/allOf/5/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"stri\
ng"},message:"must be string"}],!1;var or=ur===e}else var or=!0}}}else return a.errors=[{instancePath:t+"/writes/"+ne,schemaPath:"\
#/allOf/5/then/properties/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var nr=ze===
e;if(!nr)break}}else return a.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/5/then/properties/writes/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var B=A===e}else var B=!0;if(B){if(s.next!==void 0){let l=s.next,
A=e,J=e,z=!1,ne=e;Je(l,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:V,dynamicAnchors:D})||(r=
r===null?Je.errors:r.concat(Je.errors),e=r.length);var Er=ne===e;z=z||Er;let g=e;if(l!==null){let se={instancePath:t+"/n\
ext",schemaPath:"#/allOf/5/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};
r===null?r=[se]:r.push(se),e++}var Er=g===e;if(z=z||Er,z)e=J,r!==null&&(J?r.length=J:r=null);else{let se={instancePath:t+
"/next",schemaPath:"#/allOf/5/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyO\
f"};return r===null?r=[se]:r.push(se),e++,a.errors=r,!1}var B=A===e}else var B=!0;if(B){if(s.op!==void 0){let l=e;if(s.op!==
"suspend")return a.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/5/then/properties/op/const",keyword:"const",params:{
allowedValue:"suspend"},message:"must be equal to constant"}],!1;var B=l===e}else var B=!0;if(B){if(s.until!==void 0){let l=s.
until,A=e;if(!(l==="event"||l==="approval"))return a.errors=[{instancePath:t+"/until",schemaPath:"#/allOf/5/then/propert\
ies/until/enum",keyword:"enum",params:{allowedValues:sr.allOf[5].then.properties.until.enum},message:"must be equal to o\
ne of the allowed values"}],!1;var B=A===e}else var B=!0;if(B){if(s.fields!==void 0){let l=s.fields,A=e;if(!(l&&typeof l==
"object"&&!Array.isArray(l)))return a.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/5/then/properties/fields/typ\
e",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var B=A===e}else var B=!0;if(B){if(s.timeout_ms!==
void 0){let l=s.timeout_ms,A=e,J=e,z=!1,ne=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(l))){let se={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[se]:r.push(se),e++}if(e===ne&&typeof l=="number"&&isFinite(l)&&(l<0||isNaN(l))){let se={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",
limit:0},message:"must be >= 0"};r===null?r=[se]:r.push(se),e++}var lr=ne===e;z=z||lr;let g=e;if(l!==null){let se={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[se]:r.push(se),e++}var lr=g===e;if(z=z||lr,z)e=J,r!==null&&(J?r.length=J:r=null);else{let se={
instancePath:t+"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};return r===null?r=[se]:r.push(se),e++,a.errors=r,!1}var B=A===e}else var B=!0;if(B){if(s.
on_timeout!==void 0){let l=s.on_timeout,A=e,J=e,z=!1,ne=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(l))){let se={
instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/0/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"};r===null?r=[se]:r.push(se),e++}if(e===ne&&typeof l=="number"&&isFinite(l)&&(l<0||isNaN(
l))){let se={instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/0/minimum",keyword:"min\
imum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[se]:r.push(se),e++}var fr=ne===e;z=z||fr;let g=e;
if(l!==null){let se={instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/1/type",keyword:"\
type",params:{type:"null"},message:"must be null"};r===null?r=[se]:r.push(se),e++}var fr=g===e;if(z=z||fr,z)e=J,r!==null&&
(J?r.length=J:r=null);else{let se={instancePath:t+"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[se]:r.push(se),e++,a.errors=r,!1}var B=A===
e}else var B=!0;if(B)if(s.on_rejected!==void 0){let l=s.on_rejected,A=e,J=e,z=!1,ne=e;if(!(typeof l=="number"&&!(l%1)&&!isNaN(
l)&&isFinite(l))){let se={instancePath:t+"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rejected/anyOf/0/type",
keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[se]:r.push(se),e++}if(e===ne&&typeof l=="n\
umber"&&isFinite(l)&&(l<0||isNaN(l))){let se={instancePath:t+"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rej\
ected/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[se]:r.push(
se),e++}var er=ne===e;z=z||er;let g=e;if(l!==null){let se={instancePath:t+"/on_rejected",schemaPath:"#/allOf/5/then/prop\
erties/on_rejected/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[se]:r.push(se),
e++}var er=g===e;if(z=z||er,z)e=J,r!==null&&(J?r.length=J:r=null);else{let se={instancePath:t+"/on_rejected",schemaPath:"\
#/allOf/5/then/properties/on_rejected/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===
null?r=[se]:r.push(se),e++,a.errors=r,!1}var B=A===e}else var B=!0}}}}}}}}}}}}}}else return a.errors=[{instancePath:t,schemaPath:"\
#/allOf/5/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var we=C===e;if(ye=we,ye)var Mr=!0}
if(!ye){let C={instancePath:t,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[C]:r.push(C),e++,a.errors=r,!1}var qe=X===e;if(qe){S!==!0&&Mr!==void 0&&(Mr===!0?S=!0:
(S=S||{},Object.assign(S,Mr)));let C=e,ce=e,$=!0,pe=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let A;if(s.op===void 0&&
(A="op")){let J={};r===null?r=[J]:r.push(J),e++}else if(s.op!==void 0&&s.op!=="halt"){let J={};r===null?r=[J]:r.push(J),
e++}}var xs=pe===e;if(e=ce,r!==null&&(ce?r.length=ce:r=null),xs){let A=e;if(e===A)if(s&&typeof s=="object"&&!Array.isArray(
s)){let z;if(s.node===void 0&&(z="node")||s.kind===void 0&&(z="kind")||s.max_visits===void 0&&(z="max_visits")||s.op===void 0&&
(z="op")||s.status===void 0&&(z="status"))return a.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/required",keyword:"\
required",params:{missingProperty:z},message:"must have required property '"+z+"'"}],!1;{let ne=e;for(let g in s)if(!(g===
"node"||g==="kind"||g==="description"||g==="labels"||g==="max_visits"||g==="op"||g==="status")){return a.errors=[{instancePath:t,
schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},message:"m\
ust NOT have additional properties"}],!1;break}if(ne===e){if(s.node!==void 0){let g=e;if(typeof s.node!="string")return a.
errors=[{instancePath:t+"/node",schemaPath:"#/allOf/6/then/properties/node/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var $e=g===e}else var $e=!0;if($e){if(s.kind!==void 0){let g=s.kind,ze=e;if(!(g==="model"||g==="too\
l"||g==="http"||g==="branch"||g==="parallel"||g==="join"||g==="wait"||g==="human_approval"||g==="eval"||g==="end"))return a.
errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/6/then/properties/kind/enum",keyword:"enum",params:{allowedValues:sr.
allOf[6].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var $e=ze===e}else var $e=!0;
if($e){if(s.description!==void 0){let g=e;if(typeof s.description!="string")return a.errors=[{instancePath:t+"/descripti\
on",schemaPath:"#/allOf/6/then/properties/description/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"}],!1;var $e=g===e}else var $e=!0;if($e){if(s.labels!==void 0){let g=s.labels,ze=e;if(e===ze)if(g&&typeof g=="object"&&
!Array.isArray(g))for(let pr in g){let jr=e;if(typeof g[pr]!="string")return a.errors=[{instancePath:t+"/labels/"+pr.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/6/then/properties/labels/additionalProperties/type",keyword:"type",params:{
type:"string"},message:"must be string"}],!1;var kr=jr===e;if(!kr)break}else return a.errors=[{instancePath:t+"/labels",
schemaPath:"#/allOf/6/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var $e=ze===
e}else var $e=!0;if($e){if(s.max_visits!==void 0){let g=s.max_visits,ze=e;if(!(typeof g=="number"&&!(g%1)&&!isNaN(g)&&isFinite(
g)))return a.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/6/then/properties/max_visits/type",keyword:"type",
params:{type:"integer"},message:"must be integer"}],!1;if(e===ze&&typeof g=="number"&&isFinite(g)&&(g<1||isNaN(g)))return a.
errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/6/then/properties/max_visits/minimum",keyword:"minimum",params:{
comparison:">=",limit:1},message:"must be >= 1"}],!1;var $e=ze===e}else var $e=!0;if($e){if(s.op!==void 0){let g=e;if(s.
op!=="halt")return a.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/6/then/properties/op/const",keyword:"const",params:{
allowedValue:"halt"},message:"must be equal to constant"}],!1;var $e=g===e}else var $e=!0;if($e)if(s.status!==void 0){let g=s.
status,ze=e;if(!(g==="completed"||g==="failed"))return a.errors=[{instancePath:t+"/status",schemaPath:"#/allOf/6/then/pr\
operties/status/enum",keyword:"enum",params:{allowedValues:sr.allOf[6].then.properties.status.enum},message:"must be equ\
al to one of the allowed values"}],!1;var $e=ze===e}else var $e=!0}}}}}}}}else return a.errors=[{instancePath:t,schemaPath:"\
#/allOf/6/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var xs=A===e;if($=xs,$)var rr=!0}
if(!$){let A={instancePath:t,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "\
then" schema'};return r===null?r=[A]:r.push(A),e++,a.errors=r,!1}var qe=C===e;qe&&S!==!0&&rr!==void 0&&(rr===!0?S=!0:(S=
S||{},Object.assign(S,rr)))}}}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let tr;if(s.op===void 0&&(tr="op"))
return a.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:tr},message:"must ha\
ve required property '"+tr+"'"}],!1;if(S!==!0&&(S=S||{},S.op=!0),s.op!==void 0){let Qe=s.op;if(!(Qe==="call"||Qe==="judg\
e"||Qe==="choose"||Qe==="fork"||Qe==="join"||Qe==="suspend"||Qe==="halt"))return a.errors=[{instancePath:t+"/op",schemaPath:"\
#/properties/op/enum",keyword:"enum",params:{allowedValues:sr.properties.op.enum},message:"must be equal to one of the a\
llowed values"}],!1}}else return a.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;return a.errors=r,xe.props=S,e===0}a.evaluated={dynamicProps:!0,dynamicItems:!1};var es={type:"obje\
ct",required:["op"],properties:{op:{enum:["lit","root","local","get","index","slice","not","negate","and","or","if","com\
pare","is","arithmetic","list","dict","call","method","filter","comprehension","text"]}},allOf:[{if:{required:["op"],properties:{
op:{const:"lit"}}},then:{type:"object",additionalProperties:!1,required:["op","value"],properties:{op:{const:"lit"},value:{}}}},
{if:{required:["op"],properties:{op:{const:"root"}}},then:{type:"object",additionalProperties:!1,required:["op","name"],
properties:{op:{const:"root"},name:{enum:["state","env","output","execution","node","event","error","feedback"]}}}},{if:{
required:["op"],properties:{op:{const:"local"}}},then:{type:"object",additionalProperties:!1,required:["op","name"],properties:{
op:{const:"local"},name:{type:"string"}}}},{if:{required:["op"],properties:{op:{const:"get"}}},then:{type:"object",additionalProperties:!1,
required:["op","of","key"],properties:{op:{const:"get"},of:{$ref:"#/$defs/expression"},key:{type:"string"}}}},{if:{required:[
"op"],properties:{op:{const:"index"}}},then:{type:"object",additionalProperties:!1,required:["op","of","at"],properties:{
op:{const:"index"},of:{$ref:"#/$defs/expression"},at:{$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{
const:"slice"}}},then:{type:"object",additionalProperties:!1,required:["op","of"],properties:{op:{const:"slice"},of:{$ref:"\
#/$defs/expression"},from:{$ref:"#/$defs/expression"},to:{$ref:"#/$defs/expression"},step:{$ref:"#/$defs/expression"}}}},
{if:{required:["op"],properties:{op:{const:"not"}}},then:{type:"object",additionalProperties:!1,required:["op","of"],properties:{
op:{const:"not"},of:{$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{op:{const:"negate"}}},then:{type:"ob\
ject",additionalProperties:!1,required:["op","of"],properties:{op:{const:"negate"},of:{$ref:"#/$defs/expression"}}}},{if:{
required:["op"],properties:{op:{const:"and"}}},then:{type:"object",additionalProperties:!1,required:["op","left","right"],
properties:{op:{enum:["and","or"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},{if:{required:[
"op"],properties:{op:{const:"or"}}},then:{type:"object",additionalProperties:!1,required:["op","left","right"],properties:{
op:{enum:["and","or"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},{if:{required:["op"],properties:{
op:{const:"if"}}},then:{type:"object",additionalProperties:!1,required:["op","test","then","else"],properties:{op:{const:"\
if"},test:{$ref:"#/$defs/expression"},then:{$ref:"#/$defs/expression"},else:{$ref:"#/$defs/expression"}}}},{if:{required:[
"op"],properties:{op:{const:"compare"}}},then:{type:"object",additionalProperties:!1,required:["op","first","links"],properties:{
op:{const:"compare"},first:{$ref:"#/$defs/expression"},links:{type:"array",items:{type:"object",additionalProperties:!1,
required:["cmp","to"],properties:{cmp:{enum:["==","!=","<","<=",">",">=","in","not in"]},to:{$ref:"#/$defs/expression"}}}}}}},
{if:{required:["op"],properties:{op:{const:"is"}}},then:{type:"object",additionalProperties:!1,required:["op","of","test",
"args","negated"],properties:{op:{const:"is"},of:{$ref:"#/$defs/expression"},test:{enum:["defined","undefined","none","t\
rue","false","boolean","number","integer","float","string","mapping","sequence","iterable","even","odd","divisibleby","l\
ower","upper","in","eq","equalto","sameas","ne","lt","lessthan","le","gt","greaterthan","ge"]},args:{type:"array",items:{
$ref:"#/$defs/expression"}},negated:{type:"boolean"}}}},{if:{required:["op"],properties:{op:{const:"arithmetic"}}},then:{
type:"object",additionalProperties:!1,required:["op","fn","left","right"],properties:{op:{const:"arithmetic"},fn:{enum:[
"+","-","*","/","//","%","**"]},left:{$ref:"#/$defs/expression"},right:{$ref:"#/$defs/expression"}}}},{if:{required:["op"],
properties:{op:{const:"list"}}},then:{type:"object",additionalProperties:!1,required:["op","items"],properties:{op:{const:"\
list"},items:{type:"array",items:{$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{op:{const:"dict"}}},then:{
type:"object",additionalProperties:!1,required:["op","entries"],properties:{op:{const:"dict"},entries:{type:"array",items:{
type:"array",items:{$ref:"#/$defs/expression"},minItems:2,maxItems:2}}}}},{if:{required:["op"],properties:{op:{const:"ca\
ll"}}},then:{type:"object",additionalProperties:!1,required:["op","fn","args"],properties:{op:{const:"call"},fn:{enum:["\
len","str","int","float","bool","abs","min","max","sum","any","all","round","sorted","list","dict","range","enumerate","\
zip"]},args:{type:"array",items:{$ref:"#/$defs/expression"}},named:{type:"object",additionalProperties:{$ref:"#/$defs/ex\
pression"}}}}},{if:{required:["op"],properties:{op:{const:"method"}}},then:{type:"object",additionalProperties:!1,required:[
"op","of","name","args"],properties:{op:{const:"method"},of:{$ref:"#/$defs/expression"},name:{enum:["upper","lower","tit\
le","capitalize","strip","lstrip","rstrip","split","rsplit","splitlines","startswith","endswith","replace","find","join",
"count","index","keys","values","items","get"]},args:{type:"array",items:{$ref:"#/$defs/expression"}}}}},{if:{required:[
"op"],properties:{op:{const:"filter"}}},then:{type:"object",additionalProperties:!1,required:["op","of","name","args","n\
amed"],properties:{op:{const:"filter"},of:{$ref:"#/$defs/expression"},name:{enum:["join","upper","lower","title","capita\
lize","trim","replace","truncate","default","length","first","last","reverse","sort","unique","round","abs","int","float",
"string","list","tojson","dump","indent","wordcount","striptags","urlencode","escape","map","select","reject","selectatt\
r","rejectattr","groupby","batch","slice","sum","min","max","items"]},args:{type:"array",items:{$ref:"#/$defs/expression"}},
named:{type:"object",additionalProperties:{$ref:"#/$defs/expression"}}}}},{if:{required:["op"],properties:{op:{const:"co\
mprehension"}}},then:{type:"object",additionalProperties:!1,required:["op","body","clauses"],properties:{op:{const:"comp\
rehension"},body:{$ref:"#/$defs/expression"},clauses:{type:"array",items:{type:"object",additionalProperties:!1,required:[
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
validate:te};function te(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:V=s,dynamicAnchors:D={}}={}){
let r=null,e=0,xe=te.evaluated;xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let Y=e,je=e,Ye=!0,
Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let b;if(s.part===void 0&&(b="part")){let ee={};r===null?r=[ee]:r.push(
ee),e++}else if(s.part!==void 0&&s.part!=="text"){let ee={};r===null?r=[ee]:r.push(ee),e++}}var Ue=Or===e;if(e=je,r!==null&&
(je?r.length=je:r=null),Ue){let b=e;if(e===b)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ee;if(s.part===void 0&&(Ee=
"part")||s.text===void 0&&(Ee="text"))return te.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/required",keyword:"re\
quired",params:{missingProperty:Ee},message:"must have required property '"+Ee+"'"}],!1;{let be=e;for(let H in s)if(!(H===
"part"||H==="text")){return te.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:H},message:"must NOT have additional properties"}],!1;break}if(be===e){if(s.part!==
void 0){let H=e;if(s.part!=="text")return te.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/0/then/properties/part/\
const",keyword:"const",params:{allowedValue:"text"},message:"must be equal to constant"}],!1;var i=H===e}else var i=!0;if(i)
if(s.text!==void 0){let H=e;if(typeof s.text!="string")return te.errors=[{instancePath:t+"/text",schemaPath:"#/allOf/0/t\
hen/properties/text/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=H===e}else var i=!0}}}else
return te.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var Ue=b===e;if(Ye=Ue,Ye)var d=!0}if(!Ye){let b={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[b]:r.push(b),e++,te.errors=r,!1}var de=Y===
e;if(de){let b=e,ee=e,Ee=!0,be=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let w;if(s.part===void 0&&(w="part")){let le={};
r===null?r=[le]:r.push(le),e++}else if(s.part!==void 0&&s.part!=="out"){let le={};r===null?r=[le]:r.push(le),e++}}var Le=be===
e;if(e=ee,r!==null&&(ee?r.length=ee:r=null),Le){let w=e;if(e===w)if(s&&typeof s=="object"&&!Array.isArray(s)){let Xe;if(s.
part===void 0&&(Xe="part")||s.of===void 0&&(Xe="of"))return te.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/requir\
ed",keyword:"required",params:{missingProperty:Xe},message:"must have required property '"+Xe+"'"}],!1;{let Ke=e;for(let U in s)
if(!(U==="part"||U==="of")){return te.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:U},message:"must NOT have additional properties"}],!1;break}if(Ke===e){
if(s.part!==void 0){let U=e;if(s.part!=="out")return te.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/1/then/prope\
rties/part/const",keyword:"const",params:{allowedValue:"out"},message:"must be equal to constant"}],!1;var Pe=U===e}else
var Pe=!0;if(Pe)if(s.of!==void 0){let U=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:V,
dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Pe=U===e}else var Pe=!0}}}else
return te.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var Le=w===e;if(Ee=Le,Ee)var Ie=!0}if(!Ee){let w={instancePath:t,schemaPath:"#/allOf/1/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[w]:r.push(w),e++,te.errors=r,!1}var de=b===
e;if(de){d!==!0&&Ie!==void 0&&(Ie===!0?d=!0:(d=d||{},Object.assign(d,Ie)));let w=e,le=e,Xe=!0,Ke=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let T;if(s.part===void 0&&(T="part")){let me={};r===null?r=[me]:r.push(me),e++}else if(s.part!==
void 0&&s.part!=="if"){let me={};r===null?r=[me]:r.push(me),e++}}var Be=Ke===e;if(e=le,r!==null&&(le?r.length=le:r=null),
Be){let T=e;if(e===T)if(s&&typeof s=="object"&&!Array.isArray(s)){let G;if(s.part===void 0&&(G="part")||s.arms===void 0&&
(G="arms")||s.else===void 0&&(G="else"))return te.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"\
required",params:{missingProperty:G},message:"must have required property '"+G+"'"}],!1;{let R=e;for(let fe in s)if(!(fe===
"part"||fe==="arms"||fe==="else")){return te.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:fe},message:"must NOT have additional properties"}],!1;break}if(R===e){
if(s.part!==void 0){let fe=e;if(s.part!=="if")return te.errors=[{instancePath:t+"/part",schemaPath:"#/allOf/2/then/prope\
rties/part/const",keyword:"const",params:{allowedValue:"if"},message:"must be equal to constant"}],!1;var Se=fe===e}else
var Se=!0;if(Se){if(s.arms!==void 0){let fe=s.arms,K=e;if(e===K)if(Array.isArray(fe)){var Ae=!0;let He=fe.length;for(let Te=0;Te<
He;Te++){let M=fe[Te],ue=e;if(e===ue)if(M&&typeof M=="object"&&!Array.isArray(M)){let Fe;if(M.when===void 0&&(Fe="when")||
M.body===void 0&&(Fe="body"))return te.errors=[{instancePath:t+"/arms/"+Te,schemaPath:"#/allOf/2/then/properties/arms/it\
ems/required",keyword:"required",params:{missingProperty:Fe},message:"must have required property '"+Fe+"'"}],!1;{let Ne=e;
for(let we in M)if(!(we==="when"||we==="body")){return te.errors=[{instancePath:t+"/arms/"+Te,schemaPath:"#/allOf/2/then\
/properties/arms/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:we},message:"must\
 NOT have additional properties"}],!1;break}if(Ne===e){if(M.when!==void 0){let we=e;p.validate(M.when,{instancePath:t+"/\
arms/"+Te+"/when",parentData:M,parentDataProperty:"when",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.
concat(p.validate.errors),e=r.length);var Re=we===e}else var Re=!0;if(Re)if(M.body!==void 0){let we=M.body,B=e;if(e===B)
if(Array.isArray(we)){var ve=!0;let nr=we.length;for(let or=0;or<nr;or++){let Er=e;zr.validate(we[or],{instancePath:t+"/\
arms/"+Te+"/body/"+or,parentData:we,parentDataProperty:or,rootData:V,dynamicAnchors:D})||(r=r===null?zr.validate.errors:
r.concat(zr.validate.errors),e=r.length);var ve=Er===e;if(!ve)break}}else return te.errors=[{instancePath:t+"/arms/"+Te+
"/body",schemaPath:"#/allOf/2/then/properties/arms/items/properties/body/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var Re=B===e}else var Re=!0}}}else return te.errors=[{instancePath:t+"/arms/"+Te,schemaPath:"#/allOf\
/2/then/properties/arms/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ae=ue===e;if(!Ae)
break}}else return te.errors=[{instancePath:t+"/arms",schemaPath:"#/allOf/2/then/properties/arms/type",keyword:"type",params:{
type:"array"},message:"must be array"}],!1;var Se=K===e}else var Se=!0;if(Se)if(s.else!==void 0){let fe=s.else,K=e;if(e===
K)if(Array.isArray(fe)){var S=!0;let He=fe.length;for(let Te=0;Te<He;Te++){let M=e;zr.validate(fe[Te],{instancePath:t+"/\
else/"+Te,parentData:fe,parentDataProperty:Te,rootData:V,dynamicAnchors:D})||(r=r===null?zr.validate.errors:r.concat(zr.
validate.errors),e=r.length);var S=M===e;if(!S)break}}else return te.errors=[{instancePath:t+"/else",schemaPath:"#/allOf\
/2/then/properties/else/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Se=K===e}else var Se=!0}}}}else
return te.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var Be=T===e;if(Xe=Be,Xe)var qe=!0}if(!Xe){let T={instancePath:t,schemaPath:"#/allOf/2/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[T]:r.push(T),e++,te.errors=r,!1}var de=w===
e;if(de){d!==!0&&qe!==void 0&&(qe===!0?d=!0:(d=d||{},Object.assign(d,qe)));let T=e,me=e,G=!0,R=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let K;if(s.part===void 0&&(K="part")){let E={};r===null?r=[E]:r.push(E),e++}else if(s.part!==void 0&&
s.part!=="for"){let E={};r===null?r=[E]:r.push(E),e++}}var Ze=R===e;if(e=me,r!==null&&(me?r.length=me:r=null),Ze){let K=e;
if(e===K)if(s&&typeof s=="object"&&!Array.isArray(s)){let He;if(s.part===void 0&&(He="part")||s.names===void 0&&(He="nam\
es")||s.in===void 0&&(He="in")||s.body===void 0&&(He="body")||s.else===void 0&&(He="else"))return te.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:He},message:"must have required property\
 '"+He+"'"}],!1;{let Te=e;for(let M in s)if(!(M==="part"||M==="names"||M==="in"||M==="if"||M==="body"||M==="else")){return te.
errors=[{instancePath:t,schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:M},
message:"must NOT have additional properties"}],!1;break}if(Te===e){if(s.part!==void 0){let M=e;if(s.part!=="for")return te.
errors=[{instancePath:t+"/part",schemaPath:"#/allOf/3/then/properties/part/const",keyword:"const",params:{allowedValue:"\
for"},message:"must be equal to constant"}],!1;var O=M===e}else var O=!0;if(O){if(s.names!==void 0){let M=s.names,ue=e;if(e===
ue)if(Array.isArray(M)){var ge=!0;let Fe=M.length;for(let Ne=0;Ne<Fe;Ne++){let we=e;if(typeof M[Ne]!="string")return te.
errors=[{instancePath:t+"/names/"+Ne,schemaPath:"#/allOf/3/then/properties/names/items/type",keyword:"type",params:{type:"\
string"},message:"must be string"}],!1;var ge=we===e;if(!ge)break}}else return te.errors=[{instancePath:t+"/names",schemaPath:"\
#/allOf/3/then/properties/names/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var O=ue===e}else
var O=!0;if(O){if(s.in!==void 0){let M=e;p.validate(s.in,{instancePath:t+"/in",parentData:s,parentDataProperty:"in",rootData:V,
dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var O=M===e}else var O=!0;if(O){
if(s.if!==void 0){let M=e;p.validate(s.if,{instancePath:t+"/if",parentData:s,parentDataProperty:"if",rootData:V,dynamicAnchors:D})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var O=M===e}else var O=!0;if(O){if(s.body!==void 0){
let M=s.body,ue=e;if(e===ue)if(Array.isArray(M)){var We=!0;let Fe=M.length;for(let Ne=0;Ne<Fe;Ne++){let we=e;zr.validate(
M[Ne],{instancePath:t+"/body/"+Ne,parentData:M,parentDataProperty:Ne,rootData:V,dynamicAnchors:D})||(r=r===null?zr.validate.
errors:r.concat(zr.validate.errors),e=r.length);var We=we===e;if(!We)break}}else return te.errors=[{instancePath:t+"/bod\
y",schemaPath:"#/allOf/3/then/properties/body/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var O=ue===
e}else var O=!0;if(O)if(s.else!==void 0){let M=s.else,ue=e;if(e===ue)if(Array.isArray(M)){var h=!0;let Fe=M.length;for(let Ne=0;Ne<
Fe;Ne++){let we=e;zr.validate(M[Ne],{instancePath:t+"/else/"+Ne,parentData:M,parentDataProperty:Ne,rootData:V,dynamicAnchors:D})||
(r=r===null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);var h=we===e;if(!h)break}}else return te.errors=
[{instancePath:t+"/else",schemaPath:"#/allOf/3/then/properties/else/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var O=ue===e}else var O=!0}}}}}}}else return te.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ze=K===e;if(G=Ze,G)var L=!0}if(!G){let K={instancePath:t,
schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[K]:r.push(K),e++,te.errors=r,!1}var de=T===e;if(de){d!==!0&&L!==void 0&&(L===!0?d=!0:(d=d||{},Object.assign(d,L)));let K=e,
E=e,He=!0,Te=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ue;if(s.part===void 0&&(ue="part")){let Me={};r===null?r=
[Me]:r.push(Me),e++}else if(s.part!==void 0&&s.part!=="set"){let Me={};r===null?r=[Me]:r.push(Me),e++}}var br=Te===e;if(e=
E,r!==null&&(E?r.length=E:r=null),br){let ue=e;if(e===ue)if(s&&typeof s=="object"&&!Array.isArray(s)){let Fe;if(s.part===
void 0&&(Fe="part")||s.name===void 0&&(Fe="name")||s.to===void 0&&(Fe="to"))return te.errors=[{instancePath:t,schemaPath:"\
#/allOf/4/then/required",keyword:"required",params:{missingProperty:Fe},message:"must have required property '"+Fe+"'"}],
!1;{let Ne=e;for(let we in s)if(!(we==="part"||we==="name"||we==="to")){return te.errors=[{instancePath:t,schemaPath:"#/\
allOf/4/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:we},message:"must NOT have \
additional properties"}],!1;break}if(Ne===e){if(s.part!==void 0){let we=e;if(s.part!=="set")return te.errors=[{instancePath:t+
"/part",schemaPath:"#/allOf/4/then/properties/part/const",keyword:"const",params:{allowedValue:"set"},message:"must be e\
qual to constant"}],!1;var Z=we===e}else var Z=!0;if(Z){if(s.name!==void 0){let we=e;if(typeof s.name!="string")return te.
errors=[{instancePath:t+"/name",schemaPath:"#/allOf/4/then/properties/name/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var Z=we===e}else var Z=!0;if(Z)if(s.to!==void 0){let we=e;p.validate(s.to,{instancePath:t+"/to",parentData:s,
parentDataProperty:"to",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var Z=we===e}else var Z=!0}}}}else return te.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var br=ue===e;if(He=br,He)var q=!0}if(!He){let ue={instancePath:t,schemaPath:"\
#/allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ue]:r.push(
ue),e++,te.errors=r,!1}var de=K===e;de&&d!==!0&&q!==void 0&&(q===!0?d=!0:(d=d||{},Object.assign(d,q)))}}}}if(e===0)if(s&&
typeof s=="object"&&!Array.isArray(s)){let b;if(s.part===void 0&&(b="part"))return te.errors=[{instancePath:t,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:b},message:"must have required property '"+b+"'"}],!1;if(d!==!0&&
(d=d||{},d.part=!0),s.part!==void 0){let ee=s.part;if(!(ee==="text"||ee==="out"||ee==="if"||ee==="for"||ee==="set"))return te.
errors=[{instancePath:t+"/part",schemaPath:"#/properties/part/enum",keyword:"enum",params:{allowedValues:at.properties.part.
enum},message:"must be equal to one of the allowed values"}],!1}}else return te.errors=[{instancePath:t,schemaPath:"#/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"}],!1;return te.errors=r,xe.props=d,e===0}te.evaluated=
{dynamicProps:!0,dynamicItems:!1};function o(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:V=s,dynamicAnchors:D={}}={}){
let r=null,e=0,xe=o.evaluated;xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0);let Y=e,je=e,Ye=!0,Or=e;
if(s&&typeof s=="object"&&!Array.isArray(s)){let u;if(s.op===void 0&&(u="op")){let f={};r===null?r=[f]:r.push(f),e++}else if(s.
op!==void 0&&s.op!=="lit"){let f={};r===null?r=[f]:r.push(f),e++}}var Ue=Or===e;if(e=je,r!==null&&(je?r.length=je:r=null),
Ue){let u=e;if(e===u)if(s&&typeof s=="object"&&!Array.isArray(s)){let X;if(s.op===void 0&&(X="op")||s.value===void 0&&(X=
"value"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty:X},
message:"must have required property '"+X+"'"}],!1;{let re=e;for(let ye in s)if(!(ye==="op"||ye==="value")){return o.errors=
[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:ye},
message:"must NOT have additional properties"}],!1;break}if(re===e&&s.op!==void 0&&s.op!=="lit")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/0/then/properties/op/const",keyword:"const",params:{allowedValue:"lit"},message:"must be equal\
 to constant"}],!1}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ue=u===e;if(Ye=Ue,Ye)var i=!0}if(!Ye){let u={instancePath:t,schemaPath:"#/all\
Of/0/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[u]:r.push(u),
e++,o.errors=r,!1}var d=Y===e;if(d){let u=e,f=e,X=!0,re=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let j;if(s.op===void 0&&
(j="op")){let _={};r===null?r=[_]:r.push(_),e++}else if(s.op!==void 0&&s.op!=="root"){let _={};r===null?r=[_]:r.push(_),
e++}}var de=re===e;if(e=f,r!==null&&(f?r.length=f:r=null),de){let j=e;if(e===j)if(s&&typeof s=="object"&&!Array.isArray(
s)){let C;if(s.op===void 0&&(C="op")||s.name===void 0&&(C="name"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/1\
/then/required",keyword:"required",params:{missingProperty:C},message:"must have required property '"+C+"'"}],!1;{let ce=e;
for(let $ in s)if(!($==="op"||$==="name")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalPropert\
ies",keyword:"additionalProperties",params:{additionalProperty:$},message:"must NOT have additional properties"}],!1;break}
if(ce===e){if(s.op!==void 0){let $=e;if(s.op!=="root")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/1/then/\
properties/op/const",keyword:"const",params:{allowedValue:"root"},message:"must be equal to constant"}],!1;var Le=$===e}else
var Le=!0;if(Le)if(s.name!==void 0){let $=s.name,pe=e;if(!($==="state"||$==="env"||$==="output"||$==="execution"||$==="n\
ode"||$==="event"||$==="error"||$==="feedback"))return o.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/1/then/prop\
erties/name/enum",keyword:"enum",params:{allowedValues:es.allOf[1].then.properties.name.enum},message:"must be equal to \
one of the allowed values"}],!1;var Le=pe===e}else var Le=!0}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf\
/1/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var de=j===e;if(X=de,X)var Pe=!0}if(!X){
let j={instancePath:t,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" s\
chema'};return r===null?r=[j]:r.push(j),e++,o.errors=r,!1}var d=u===e;if(d){i!==!0&&Pe!==void 0&&(Pe===!0?i=!0:(i=i||{},
Object.assign(i,Pe)));let j=e,_=e,C=!0,ce=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let pe;if(s.op===void 0&&(pe="o\
p")){let l={};r===null?r=[l]:r.push(l),e++}else if(s.op!==void 0&&s.op!=="local"){let l={};r===null?r=[l]:r.push(l),e++}}
var Ie=ce===e;if(e=_,r!==null&&(_?r.length=_:r=null),Ie){let pe=e;if(e===pe)if(s&&typeof s=="object"&&!Array.isArray(s)){
let A;if(s.op===void 0&&(A="op")||s.name===void 0&&(A="name"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/2/the\
n/required",keyword:"required",params:{missingProperty:A},message:"must have required property '"+A+"'"}],!1;{let J=e;for(let z in s)
if(!(z==="op"||z==="name")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/additionalProperties",keyword:"a\
dditionalProperties",params:{additionalProperty:z},message:"must NOT have additional properties"}],!1;break}if(J===e){if(s.
op!==void 0){let z=e;if(s.op!=="local")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/2/then/properties/op/c\
onst",keyword:"const",params:{allowedValue:"local"},message:"must be equal to constant"}],!1;var Be=z===e}else var Be=!0;
if(Be)if(s.name!==void 0){let z=e;if(typeof s.name!="string")return o.errors=[{instancePath:t+"/name",schemaPath:"#/allO\
f/2/then/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Be=z===e}else var Be=!0}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Ie=pe===e;if(C=Ie,C)var Se=!0}if(!C){let pe={instancePath:t,schemaPath:"#/allOf/2/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[pe]:r.push(pe),e++,o.errors=r,!1}var d=j===
e;if(d){i!==!0&&Se!==void 0&&(Se===!0?i=!0:(i=i||{},Object.assign(i,Se)));let pe=e,l=e,A=!0,J=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let ne;if(s.op===void 0&&(ne="op")){let g={};r===null?r=[g]:r.push(g),e++}else if(s.op!==void 0&&s.op!==
"get"){let g={};r===null?r=[g]:r.push(g),e++}}var Ae=J===e;if(e=l,r!==null&&(l?r.length=l:r=null),Ae){let ne=e;if(e===ne)
if(s&&typeof s=="object"&&!Array.isArray(s)){let ze;if(s.op===void 0&&(ze="op")||s.of===void 0&&(ze="of")||s.key===void 0&&
(ze="key"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:ze},
message:"must have required property '"+ze+"'"}],!1;{let se=e;for(let pr in s)if(!(pr==="op"||pr==="of"||pr==="key")){return o.
errors=[{instancePath:t,schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:pr},
message:"must NOT have additional properties"}],!1;break}if(se===e){if(s.op!==void 0){let pr=e;if(s.op!=="get")return o.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/3/then/properties/op/const",keyword:"const",params:{allowedValue:"get"},
message:"must be equal to constant"}],!1;var Re=pr===e}else var Re=!0;if(Re){if(s.of!==void 0){let pr=e;p.validate(s.of,
{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var Re=pr===e}else var Re=!0;if(Re)if(s.key!==void 0){let pr=e;if(typeof s.key!=
"string")return o.errors=[{instancePath:t+"/key",schemaPath:"#/allOf/3/then/properties/key/type",keyword:"type",params:{
type:"string"},message:"must be string"}],!1;var Re=pr===e}else var Re=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/3/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ae=ne===e;if(A=Ae,A)var ve=!0}
if(!A){let ne={instancePath:t,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[ne]:r.push(ne),e++,o.errors=r,!1}var d=pe===e;if(d){i!==!0&&ve!==void 0&&(ve===!0?i=!0:
(i=i||{},Object.assign(i,ve)));let ne=e,g=e,ze=!0,se=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let jr;if(s.op===void 0&&
(jr="op")){let ur={};r===null?r=[ur]:r.push(ur),e++}else if(s.op!==void 0&&s.op!=="index"){let ur={};r===null?r=[ur]:r.push(
ur),e++}}var S=se===e;if(e=g,r!==null&&(g?r.length=g:r=null),S){let jr=e;if(e===jr)if(s&&typeof s=="object"&&!Array.isArray(
s)){let rs;if(s.op===void 0&&(rs="op")||s.of===void 0&&(rs="of")||s.at===void 0&&(rs="at"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty:rs},message:"must have required property\
 '"+rs+"'"}],!1;{let Bs=e;for(let Qr in s)if(!(Qr==="op"||Qr==="of"||Qr==="at")){return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/4/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Qr},message:"must NOT hav\
e additional properties"}],!1;break}if(Bs===e){if(s.op!==void 0){let Qr=e;if(s.op!=="index")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/4/then/properties/op/const",keyword:"const",params:{allowedValue:"index"},message:"must be equ\
al to constant"}],!1;var qe=Qr===e}else var qe=!0;if(qe){if(s.of!==void 0){let Qr=e;p.validate(s.of,{instancePath:t+"/of",
parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),
e=r.length);var qe=Qr===e}else var qe=!0;if(qe)if(s.at!==void 0){let Qr=e;p.validate(s.at,{instancePath:t+"/at",parentData:s,
parentDataProperty:"at",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var qe=Qr===e}else var qe=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var S=jr===e;if(ze=S,ze)var Ze=!0}if(!ze){let jr={instancePath:t,schemaPath:"\
#/allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[jr]:r.push(
jr),e++,o.errors=r,!1}var d=ne===e;if(d){i!==!0&&Ze!==void 0&&(Ze===!0?i=!0:(i=i||{},Object.assign(i,Ze)));let jr=e,ur=e,
rs=!0,Bs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ss;if(s.op===void 0&&(ss="op")){let ts={};r===null?r=[ts]:r.
push(ts),e++}else if(s.op!==void 0&&s.op!=="slice"){let ts={};r===null?r=[ts]:r.push(ts),e++}}var O=Bs===e;if(e=ur,r!==null&&
(ur?r.length=ur:r=null),O){let ss=e;if(e===ss)if(s&&typeof s=="object"&&!Array.isArray(s)){let As;if(s.op===void 0&&(As=
"op")||s.of===void 0&&(As="of"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/required",keyword:"required",
params:{missingProperty:As},message:"must have required property '"+As+"'"}],!1;{let Gs=e;for(let gr in s)if(!(gr==="op"||
gr==="of"||gr==="from"||gr==="to"||gr==="step")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/additionalP\
roperties",keyword:"additionalProperties",params:{additionalProperty:gr},message:"must NOT have additional properties"}],
!1;break}if(Gs===e){if(s.op!==void 0){let gr=e;if(s.op!=="slice")return o.errors=[{instancePath:t+"/op",schemaPath:"#/al\
lOf/5/then/properties/op/const",keyword:"const",params:{allowedValue:"slice"},message:"must be equal to constant"}],!1;var ge=gr===
e}else var ge=!0;if(ge){if(s.of!==void 0){let gr=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"\
of",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var ge=gr===e}else
var ge=!0;if(ge){if(s.from!==void 0){let gr=e;p.validate(s.from,{instancePath:t+"/from",parentData:s,parentDataProperty:"\
from",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var ge=gr===e}else
var ge=!0;if(ge){if(s.to!==void 0){let gr=e;p.validate(s.to,{instancePath:t+"/to",parentData:s,parentDataProperty:"to",rootData:V,
dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var ge=gr===e}else var ge=!0;if(ge)
if(s.step!==void 0){let gr=e;p.validate(s.step,{instancePath:t+"/step",parentData:s,parentDataProperty:"step",rootData:V,
dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var ge=gr===e}else var ge=!0}}}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var O=ss===e;if(rs=O,rs)var We=!0}if(!rs){let ss={instancePath:t,schemaPath:"#/allOf/5/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ss]:r.push(ss),e++,o.errors=r,!1}var d=jr===
e;if(d){i!==!0&&We!==void 0&&(We===!0?i=!0:(i=i||{},Object.assign(i,We)));let ss=e,ts=e,As=!0,Gs=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let is;if(s.op===void 0&&(is="op")){let as={};r===null?r=[as]:r.push(as),e++}else if(s.op!==void 0&&
s.op!=="not"){let as={};r===null?r=[as]:r.push(as),e++}}var h=Gs===e;if(e=ts,r!==null&&(ts?r.length=ts:r=null),h){let is=e;
if(e===is)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ns;if(s.op===void 0&&(Ns="op")||s.of===void 0&&(Ns="of"))return o.
errors=[{instancePath:t,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty:Ns},message:"mus\
t have required property '"+Ns+"'"}],!1;{let Ls=e;for(let Ts in s)if(!(Ts==="op"||Ts==="of")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Ts},message:"\
must NOT have additional properties"}],!1;break}if(Ls===e){if(s.op!==void 0){let Ts=e;if(s.op!=="not")return o.errors=[{
instancePath:t+"/op",schemaPath:"#/allOf/6/then/properties/op/const",keyword:"const",params:{allowedValue:"not"},message:"\
must be equal to constant"}],!1;var L=Ts===e}else var L=!0;if(L)if(s.of!==void 0){let Ts=e;p.validate(s.of,{instancePath:t+
"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.
errors),e=r.length);var L=Ts===e}else var L=!0}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",
keyword:"type",params:{type:"object"},message:"must be object"}],!1;var h=is===e;if(As=h,As)var br=!0}if(!As){let is={instancePath:t,
schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[is]:r.push(is),e++,o.errors=r,!1}var d=ss===e;if(d){i!==!0&&br!==void 0&&(br===!0?i=!0:(i=i||{},Object.assign(i,br)));
let is=e,as=e,Ns=!0,Ls=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ns;if(s.op===void 0&&(ns="op")){let os={};r===
null?r=[os]:r.push(os),e++}else if(s.op!==void 0&&s.op!=="negate"){let os={};r===null?r=[os]:r.push(os),e++}}var Z=Ls===
e;if(e=as,r!==null&&(as?r.length=as:r=null),Z){let ns=e;if(e===ns)if(s&&typeof s=="object"&&!Array.isArray(s)){let $s;if(s.
op===void 0&&($s="op")||s.of===void 0&&($s="of"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/required",keyword:"\
required",params:{missingProperty:$s},message:"must have required property '"+$s+"'"}],!1;{let Ms=e;for(let Fs in s)if(!(Fs===
"op"||Fs==="of")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:Fs},message:"must NOT have additional properties"}],!1;break}if(Ms===e){if(s.op!==
void 0){let Fs=e;if(s.op!=="negate")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/7/then/properties/op/cons\
t",keyword:"const",params:{allowedValue:"negate"},message:"must be equal to constant"}],!1;var q=Fs===e}else var q=!0;if(q)
if(s.of!==void 0){let Fs=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var q=Fs===e}else var q=!0}}}else return o.errors=
[{instancePath:t,schemaPath:"#/allOf/7/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Z=ns===
e;if(Ns=Z,Ns)var b=!0}if(!Ns){let ns={instancePath:t,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword:"then"},
message:'must match "then" schema'};return r===null?r=[ns]:r.push(ns),e++,o.errors=r,!1}var d=is===e;if(d){i!==!0&&b!==void 0&&
(b===!0?i=!0:(i=i||{},Object.assign(i,b)));let ns=e,os=e,$s=!0,Ms=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ls;
if(s.op===void 0&&(ls="op")){let fs={};r===null?r=[fs]:r.push(fs),e++}else if(s.op!==void 0&&s.op!=="and"){let fs={};r===
null?r=[fs]:r.push(fs),e++}}var ee=Ms===e;if(e=os,r!==null&&(os?r.length=os:r=null),ee){let ls=e;if(e===ls)if(s&&typeof s==
"object"&&!Array.isArray(s)){let ps;if(s.op===void 0&&(ps="op")||s.left===void 0&&(ps="left")||s.right===void 0&&(ps="ri\
ght"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty:ps},
message:"must have required property '"+ps+"'"}],!1;{let Qs=e;for(let Jr in s)if(!(Jr==="op"||Jr==="left"||Jr==="right")){
return o.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:Jr},message:"must NOT have additional properties"}],!1;break}if(Qs===e){if(s.op!==void 0){let Jr=s.op,
Wr=e;if(!(Jr==="and"||Jr==="or"))return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/8/then/properties/op/enum",keyword:"\
enum",params:{allowedValues:es.allOf[8].then.properties.op.enum},message:"must be equal to one of the allowed values"}],
!1;var Ee=Wr===e}else var Ee=!0;if(Ee){if(s.left!==void 0){let Jr=e;p.validate(s.left,{instancePath:t+"/left",parentData:s,
parentDataProperty:"left",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var Ee=Jr===e}else var Ee=!0;if(Ee)if(s.right!==void 0){let Jr=e;p.validate(s.right,{instancePath:t+"/right",parentData:s,
parentDataProperty:"right",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.
length);var Ee=Jr===e}else var Ee=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var ee=ls===e;if($s=ee,$s)var be=!0}if(!$s){let ls={instancePath:t,
schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[ls]:r.push(ls),e++,o.errors=r,!1}var d=ns===e;if(d){i!==!0&&be!==void 0&&(be===!0?i=!0:(i=i||{},Object.assign(i,be)));
let ls=e,fs=e,ps=!0,Qs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Wr;if(s.op===void 0&&(Wr="op")){let us={};r===
null?r=[us]:r.push(us),e++}else if(s.op!==void 0&&s.op!=="or"){let us={};r===null?r=[us]:r.push(us),e++}}var H=Qs===e;if(e=
fs,r!==null&&(fs?r.length=fs:r=null),H){let Wr=e;if(e===Wr)if(s&&typeof s=="object"&&!Array.isArray(s)){let ds;if(s.op===
void 0&&(ds="op")||s.left===void 0&&(ds="left")||s.right===void 0&&(ds="right"))return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/9/then/required",keyword:"required",params:{missingProperty:ds},message:"must have required property '"+ds+"'"}],
!1;{let Us=e;for(let Hr in s)if(!(Hr==="op"||Hr==="left"||Hr==="right")){return o.errors=[{instancePath:t,schemaPath:"#/\
allOf/9/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Hr},message:"must NOT have \
additional properties"}],!1;break}if(Us===e){if(s.op!==void 0){let Hr=s.op,Rr=e;if(!(Hr==="and"||Hr==="or"))return o.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/9/then/properties/op/enum",keyword:"enum",params:{allowedValues:es.allOf[9].then.
properties.op.enum},message:"must be equal to one of the allowed values"}],!1;var w=Rr===e}else var w=!0;if(w){if(s.left!==
void 0){let Hr=e;p.validate(s.left,{instancePath:t+"/left",parentData:s,parentDataProperty:"left",rootData:V,dynamicAnchors:D})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var w=Hr===e}else var w=!0;if(w)if(s.right!==void 0){
let Hr=e;p.validate(s.right,{instancePath:t+"/right",parentData:s,parentDataProperty:"right",rootData:V,dynamicAnchors:D})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var w=Hr===e}else var w=!0}}}}else return o.errors=
[{instancePath:t,schemaPath:"#/allOf/9/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var H=Wr===
e;if(ps=H,ps)var le=!0}if(!ps){let Wr={instancePath:t,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword:"the\
n"},message:'must match "then" schema'};return r===null?r=[Wr]:r.push(Wr),e++,o.errors=r,!1}var d=ls===e;if(d){i!==!0&&le!==
void 0&&(le===!0?i=!0:(i=i||{},Object.assign(i,le)));let Wr=e,us=e,ds=!0,Us=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let Rr;if(s.op===void 0&&(Rr="op")){let ms={};r===null?r=[ms]:r.push(ms),e++}else if(s.op!==void 0&&s.op!=="if"){let ms={};
r===null?r=[ms]:r.push(ms),e++}}var Xe=Us===e;if(e=us,r!==null&&(us?r.length=us:r=null),Xe){let Rr=e;if(e===Rr)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Ur;if(s.op===void 0&&(Ur="op")||s.test===void 0&&(Ur="test")||s.then===void 0&&(Ur="the\
n")||s.else===void 0&&(Ur="else"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/required",keyword:"requir\
ed",params:{missingProperty:Ur},message:"must have required property '"+Ur+"'"}],!1;{let Xs=e;for(let qr in s)if(!(qr===
"op"||qr==="test"||qr==="then"||qr==="else")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:qr},message:"must NOT have additional properties"}],!1;
break}if(Xs===e){if(s.op!==void 0){let qr=e;if(s.op!=="if")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/10\
/then/properties/op/const",keyword:"const",params:{allowedValue:"if"},message:"must be equal to constant"}],!1;var Ke=qr===
e}else var Ke=!0;if(Ke){if(s.test!==void 0){let qr=e;p.validate(s.test,{instancePath:t+"/test",parentData:s,parentDataProperty:"\
test",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Ke=qr===e}else
var Ke=!0;if(Ke){if(s.then!==void 0){let qr=e;p.validate(s.then,{instancePath:t+"/then",parentData:s,parentDataProperty:"\
then",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Ke=qr===e}else
var Ke=!0;if(Ke)if(s.else!==void 0){let qr=e;p.validate(s.else,{instancePath:t+"/else",parentData:s,parentDataProperty:"\
else",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Ke=qr===e}else
var Ke=!0}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/type",keyword:"type",params:{type:"objec\
t"},message:"must be object"}],!1;var Xe=Rr===e;if(ds=Xe,ds)var U=!0}if(!ds){let Rr={instancePath:t,schemaPath:"#/allOf/\
10/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Rr]:r.push(Rr),
e++,o.errors=r,!1}var d=Wr===e;if(d){i!==!0&&U!==void 0&&(U===!0?i=!0:(i=i||{},Object.assign(i,U)));let Rr=e,ms=e,Ur=!0,
Xs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ys;if(s.op===void 0&&(ys="op")){let cs={};r===null?r=[cs]:r.push(cs),
e++}else if(s.op!==void 0&&s.op!=="compare"){let cs={};r===null?r=[cs]:r.push(cs),e++}}var T=Xs===e;if(e=ms,r!==null&&(ms?
r.length=ms:r=null),T){let ys=e;if(e===ys)if(s&&typeof s=="object"&&!Array.isArray(s)){let hs;if(s.op===void 0&&(hs="op")||
s.first===void 0&&(hs="first")||s.links===void 0&&(hs="links"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/11/t\
hen/required",keyword:"required",params:{missingProperty:hs},message:"must have required property '"+hs+"'"}],!1;{let Ys=e;
for(let Ir in s)if(!(Ir==="op"||Ir==="first"||Ir==="links")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/11/the\
n/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Ir},message:"must NOT have additional \
properties"}],!1;break}if(Ys===e){if(s.op!==void 0){let Ir=e;if(s.op!=="compare")return o.errors=[{instancePath:t+"/op",
schemaPath:"#/allOf/11/then/properties/op/const",keyword:"const",params:{allowedValue:"compare"},message:"must be equal \
to constant"}],!1;var me=Ir===e}else var me=!0;if(me){if(s.first!==void 0){let Ir=e;p.validate(s.first,{instancePath:t+"\
/first",parentData:s,parentDataProperty:"first",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.
validate.errors),e=r.length);var me=Ir===e}else var me=!0;if(me)if(s.links!==void 0){let Ir=s.links,Tr=e;if(e===Tr)if(Array.
isArray(Ir)){var G=!0;let xr=Ir.length;for(let Fr=0;Fr<xr;Fr++){let W=Ir[Fr],dr=e;if(e===dr)if(W&&typeof W=="object"&&!Array.
isArray(W)){let mr;if(W.cmp===void 0&&(mr="cmp")||W.to===void 0&&(mr="to"))return o.errors=[{instancePath:t+"/links/"+Fr,
schemaPath:"#/allOf/11/then/properties/links/items/required",keyword:"required",params:{missingProperty:mr},message:"mus\
t have required property '"+mr+"'"}],!1;{let Sr=e;for(let Oe in W)if(!(Oe==="cmp"||Oe==="to")){return o.errors=[{instancePath:t+
"/links/"+Fr,schemaPath:"#/allOf/11/then/properties/links/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:Oe},message:"must NOT have additional properties"}],!1;break}if(Sr===e){if(W.cmp!==void 0){let Oe=W.cmp,
Ar=e;if(!(Oe==="=="||Oe==="!="||Oe==="<"||Oe==="<="||Oe===">"||Oe===">="||Oe==="in"||Oe==="not in"))return o.errors=[{instancePath:t+
"/links/"+Fr+"/cmp",schemaPath:"#/allOf/11/then/properties/links/items/properties/cmp/enum",keyword:"enum",params:{allowedValues:es.
allOf[11].then.properties.links.items.properties.cmp.enum},message:"must be equal to one of the allowed values"}],!1;var R=Ar===
e}else var R=!0;if(R)if(W.to!==void 0){let Oe=e;p.validate(W.to,{instancePath:t+"/links/"+Fr+"/to",parentData:W,parentDataProperty:"\
to",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var R=Oe===e}else
var R=!0}}}else return o.errors=[{instancePath:t+"/links/"+Fr,schemaPath:"#/allOf/11/then/properties/links/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var G=dr===e;if(!G)break}}else return o.errors=[{instancePath:t+
"/links",schemaPath:"#/allOf/11/then/properties/links/type",keyword:"type",params:{type:"array"},message:"must be array"}],
!1;var me=Tr===e}else var me=!0}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var T=ys===e;if(Ur=T,Ur)var fe=!0}if(!Ur){let ys={instancePath:t,schemaPath:"\
#/allOf/11/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ys]:r.
push(ys),e++,o.errors=r,!1}var d=Rr===e;if(d){i!==!0&&fe!==void 0&&(fe===!0?i=!0:(i=i||{},Object.assign(i,fe)));let ys=e,
cs=e,hs=!0,Ys=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Tr;if(s.op===void 0&&(Tr="op")){let vs={};r===null?r=[vs]:
r.push(vs),e++}else if(s.op!==void 0&&s.op!=="is"){let vs={};r===null?r=[vs]:r.push(vs),e++}}var K=Ys===e;if(e=cs,r!==null&&
(cs?r.length=cs:r=null),K){let Tr=e;if(e===Tr)if(s&&typeof s=="object"&&!Array.isArray(s)){let xr;if(s.op===void 0&&(xr=
"op")||s.of===void 0&&(xr="of")||s.test===void 0&&(xr="test")||s.args===void 0&&(xr="args")||s.negated===void 0&&(xr="ne\
gated"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/12/then/required",keyword:"required",params:{missingProperty:xr},
message:"must have required property '"+xr+"'"}],!1;{let Fr=e;for(let W in s)if(!(W==="op"||W==="of"||W==="test"||W==="a\
rgs"||W==="negated")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/12/then/additionalProperties",keyword:"additi\
onalProperties",params:{additionalProperty:W},message:"must NOT have additional properties"}],!1;break}if(Fr===e){if(s.op!==
void 0){let W=e;if(s.op!=="is")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/12/then/properties/op/const",keyword:"\
const",params:{allowedValue:"is"},message:"must be equal to constant"}],!1;var E=W===e}else var E=!0;if(E){if(s.of!==void 0){
let W=e;p.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===
null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var E=W===e}else var E=!0;if(E){if(s.test!==void 0){let W=s.
test,dr=e;if(!(W==="defined"||W==="undefined"||W==="none"||W==="true"||W==="false"||W==="boolean"||W==="number"||W==="in\
teger"||W==="float"||W==="string"||W==="mapping"||W==="sequence"||W==="iterable"||W==="even"||W==="odd"||W==="divisibleb\
y"||W==="lower"||W==="upper"||W==="in"||W==="eq"||W==="equalto"||W==="sameas"||W==="ne"||W==="lt"||W==="lessthan"||W==="\
le"||W==="gt"||W==="greaterthan"||W==="ge"))return o.errors=[{instancePath:t+"/test",schemaPath:"#/allOf/12/then/propert\
ies/test/enum",keyword:"enum",params:{allowedValues:es.allOf[12].then.properties.test.enum},message:"must be equal to on\
e of the allowed values"}],!1;var E=dr===e}else var E=!0;if(E){if(s.args!==void 0){let W=s.args,dr=e;if(e===dr)if(Array.
isArray(W)){var He=!0;let mr=W.length;for(let Sr=0;Sr<mr;Sr++){let Oe=e;p.validate(W[Sr],{instancePath:t+"/args/"+Sr,parentData:W,
parentDataProperty:Sr,rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var He=Oe===e;if(!He)break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/12/then/properties/args/ty\
pe",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var E=dr===e}else var E=!0;if(E)if(s.negated!==void 0){
let W=e;if(typeof s.negated!="boolean")return o.errors=[{instancePath:t+"/negated",schemaPath:"#/allOf/12/then/propertie\
s/negated/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"}],!1;var E=W===e}else var E=!0}}}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/12/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var K=Tr===e;if(hs=K,hs)var Te=!0}if(!hs){let Tr={instancePath:t,schemaPath:"#/allOf/12/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Tr]:r.push(Tr),e++,o.errors=r,!1}var d=ys===
e;if(d){i!==!0&&Te!==void 0&&(Te===!0?i=!0:(i=i||{},Object.assign(i,Te)));let Tr=e,vs=e,xr=!0,Fr=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let dr;if(s.op===void 0&&(dr="op")){let gs={};r===null?r=[gs]:r.push(gs),e++}else if(s.op!==void 0&&
s.op!=="arithmetic"){let gs={};r===null?r=[gs]:r.push(gs),e++}}var M=Fr===e;if(e=vs,r!==null&&(vs?r.length=vs:r=null),M){
let dr=e;if(e===dr)if(s&&typeof s=="object"&&!Array.isArray(s)){let mr;if(s.op===void 0&&(mr="op")||s.fn===void 0&&(mr="\
fn")||s.left===void 0&&(mr="left")||s.right===void 0&&(mr="right"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/\
13/then/required",keyword:"required",params:{missingProperty:mr},message:"must have required property '"+mr+"'"}],!1;{let Sr=e;
for(let Oe in s)if(!(Oe==="op"||Oe==="fn"||Oe==="left"||Oe==="right")){return o.errors=[{instancePath:t,schemaPath:"#/al\
lOf/13/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Oe},message:"must NOT have a\
dditional properties"}],!1;break}if(Sr===e){if(s.op!==void 0){let Oe=e;if(s.op!=="arithmetic")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/13/then/properties/op/const",keyword:"const",params:{allowedValue:"arithmetic"},message:"must \
be equal to constant"}],!1;var ue=Oe===e}else var ue=!0;if(ue){if(s.fn!==void 0){let Oe=s.fn,Ar=e;if(!(Oe==="+"||Oe==="-"||
Oe==="*"||Oe==="/"||Oe==="//"||Oe==="%"||Oe==="**"))return o.errors=[{instancePath:t+"/fn",schemaPath:"#/allOf/13/then/p\
roperties/fn/enum",keyword:"enum",params:{allowedValues:es.allOf[13].then.properties.fn.enum},message:"must be equal to \
one of the allowed values"}],!1;var ue=Ar===e}else var ue=!0;if(ue){if(s.left!==void 0){let Oe=e;p.validate(s.left,{instancePath:t+
"/left",parentData:s,parentDataProperty:"left",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.
errors),e=r.length);var ue=Oe===e}else var ue=!0;if(ue)if(s.right!==void 0){let Oe=e;p.validate(s.right,{instancePath:t+
"/right",parentData:s,parentDataProperty:"right",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.
validate.errors),e=r.length);var ue=Oe===e}else var ue=!0}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/\
13/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var M=dr===e;if(xr=M,xr)var Me=!0}if(!xr){
let dr={instancePath:t,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then"\
 schema'};return r===null?r=[dr]:r.push(dr),e++,o.errors=r,!1}var d=Tr===e;if(d){i!==!0&&Me!==void 0&&(Me===!0?i=!0:(i=i||
{},Object.assign(i,Me)));let dr=e,gs=e,mr=!0,Sr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Ar;if(s.op===void 0&&
(Ar="op")){let bs={};r===null?r=[bs]:r.push(bs),e++}else if(s.op!==void 0&&s.op!=="list"){let bs={};r===null?r=[bs]:r.push(
bs),e++}}var Fe=Sr===e;if(e=gs,r!==null&&(gs?r.length=gs:r=null),Fe){let Ar=e;if(e===Ar)if(s&&typeof s=="object"&&!Array.
isArray(s)){let Is;if(s.op===void 0&&(Is="op")||s.items===void 0&&(Is="items"))return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/14/then/required",keyword:"required",params:{missingProperty:Is},message:"must have required property '"+Is+"'"}],
!1;{let Zs=e;for(let Xr in s)if(!(Xr==="op"||Xr==="items")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/14/then\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Xr},message:"must NOT have additional p\
roperties"}],!1;break}if(Zs===e){if(s.op!==void 0){let Xr=e;if(s.op!=="list")return o.errors=[{instancePath:t+"/op",schemaPath:"\
#/allOf/14/then/properties/op/const",keyword:"const",params:{allowedValue:"list"},message:"must be equal to constant"}],
!1;var Ne=Xr===e}else var Ne=!0;if(Ne)if(s.items!==void 0){let Xr=s.items,Vr=e;if(e===Vr)if(Array.isArray(Xr)){var we=!0;
let Yr=Xr.length;for(let ks=0;ks<Yr;ks++){let Cr=e;p.validate(Xr[ks],{instancePath:t+"/items/"+ks,parentData:Xr,parentDataProperty:ks,
rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var we=Cr===e;if(!we)
break}}else return o.errors=[{instancePath:t+"/items",schemaPath:"#/allOf/14/then/properties/items/type",keyword:"type",
params:{type:"array"},message:"must be array"}],!1;var Ne=Vr===e}else var Ne=!0}}}else return o.errors=[{instancePath:t,
schemaPath:"#/allOf/14/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Fe=Ar===e;if(mr=
Fe,mr)var B=!0}if(!mr){let Ar={instancePath:t,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[Ar]:r.push(Ar),e++,o.errors=r,!1}var d=dr===e;if(d){i!==!0&&B!==void 0&&(B===
!0?i=!0:(i=i||{},Object.assign(i,B)));let Ar=e,bs=e,Is=!0,Zs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Vr;if(s.
op===void 0&&(Vr="op")){let _s={};r===null?r=[_s]:r.push(_s),e++}else if(s.op!==void 0&&s.op!=="dict"){let _s={};r===null?
r=[_s]:r.push(_s),e++}}var _r=Zs===e;if(e=bs,r!==null&&(bs?r.length=bs:r=null),_r){let Vr=e;if(e===Vr)if(s&&typeof s=="o\
bject"&&!Array.isArray(s)){let Yr;if(s.op===void 0&&(Yr="op")||s.entries===void 0&&(Yr="entries"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/15/then/required",keyword:"required",params:{missingProperty:Yr},message:"must have required propert\
y '"+Yr+"'"}],!1;{let ks=e;for(let Cr in s)if(!(Cr==="op"||Cr==="entries")){return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/15/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Cr},message:"must NOT ha\
ve additional properties"}],!1;break}if(ks===e){if(s.op!==void 0){let Cr=e;if(s.op!=="dict")return o.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/15/then/properties/op/const",keyword:"const",params:{allowedValue:"dict"},message:"must be equ\
al to constant"}],!1;var nr=Cr===e}else var nr=!0;if(nr)if(s.entries!==void 0){let Cr=s.entries,Dr=e;if(e===Dr)if(Array.
isArray(Cr)){var or=!0;let Br=Cr.length;for(let Gr=0;Gr<Br;Gr++){let oe=Cr[Gr],ir=e;if(e===ir)if(Array.isArray(oe)){if(oe.
length>2)return o.errors=[{instancePath:t+"/entries/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/maxItems",
keyword:"maxItems",params:{limit:2},message:"must NOT have more than 2 items"}],!1;if(oe.length<2)return o.errors=[{instancePath:t+
"/entries/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/minItems",keyword:"minItems",params:{limit:2},message:"\
must NOT have fewer than 2 items"}],!1;{var Er=!0;let ar=oe.length;for(let yr=0;yr<ar;yr++){let he=e;p.validate(oe[yr],{
instancePath:t+"/entries/"+Gr+"/"+yr,parentData:oe,parentDataProperty:yr,rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.
errors:r.concat(p.validate.errors),e=r.length);var Er=he===e;if(!Er)break}}}else return o.errors=[{instancePath:t+"/entr\
ies/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/type",keyword:"type",params:{type:"array"},message:"must b\
e array"}],!1;var or=ir===e;if(!or)break}}else return o.errors=[{instancePath:t+"/entries",schemaPath:"#/allOf/15/then/p\
roperties/entries/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var nr=Dr===e}else var nr=!0}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/15/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var _r=Vr===e;if(Is=_r,Is)var lr=!0}if(!Is){let Vr={instancePath:t,schemaPath:"#/allOf/15/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Vr]:r.push(Vr),e++,o.errors=r,!1}var d=Ar===
e;if(d){i!==!0&&lr!==void 0&&(lr===!0?i=!0:(i=i||{},Object.assign(i,lr)));let Vr=e,_s=e,Yr=!0,ks=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Dr;if(s.op===void 0&&(Dr="op")){let ws={};r===null?r=[ws]:r.push(ws),e++}else if(s.op!==void 0&&
s.op!=="call"){let ws={};r===null?r=[ws]:r.push(ws),e++}}var fr=ks===e;if(e=_s,r!==null&&(_s?r.length=_s:r=null),fr){let Dr=e;
if(e===Dr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Br;if(s.op===void 0&&(Br="op")||s.fn===void 0&&(Br="fn")||s.args===
void 0&&(Br="args"))return o.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/required",keyword:"required",params:{missingProperty:Br},
message:"must have required property '"+Br+"'"}],!1;{let Gr=e;for(let oe in s)if(!(oe==="op"||oe==="fn"||oe==="args"||oe===
"named")){return o.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/additionalProperties",keyword:"additionalProperti\
es",params:{additionalProperty:oe},message:"must NOT have additional properties"}],!1;break}if(Gr===e){if(s.op!==void 0){
let oe=e;if(s.op!=="call")return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/16/then/properties/op/const",keyword:"\
const",params:{allowedValue:"call"},message:"must be equal to constant"}],!1;var er=oe===e}else var er=!0;if(er){if(s.fn!==
void 0){let oe=s.fn,ir=e;if(!(oe==="len"||oe==="str"||oe==="int"||oe==="float"||oe==="bool"||oe==="abs"||oe==="min"||oe===
"max"||oe==="sum"||oe==="any"||oe==="all"||oe==="round"||oe==="sorted"||oe==="list"||oe==="dict"||oe==="range"||oe==="en\
umerate"||oe==="zip"))return o.errors=[{instancePath:t+"/fn",schemaPath:"#/allOf/16/then/properties/fn/enum",keyword:"en\
um",params:{allowedValues:es.allOf[16].then.properties.fn.enum},message:"must be equal to one of the allowed values"}],!1;
var er=ir===e}else var er=!0;if(er){if(s.args!==void 0){let oe=s.args,ir=e;if(e===ir)if(Array.isArray(oe)){var Mr=!0;let ar=oe.
length;for(let yr=0;yr<ar;yr++){let he=e;p.validate(oe[yr],{instancePath:t+"/args/"+yr,parentData:oe,parentDataProperty:yr,
rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var Mr=he===e;if(!Mr)
break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/16/then/properties/args/type",keyword:"type",params:{
type:"array"},message:"must be array"}],!1;var er=ir===e}else var er=!0;if(er)if(s.named!==void 0){let oe=s.named,ir=e;if(e===
ir)if(oe&&typeof oe=="object"&&!Array.isArray(oe))for(let ar in oe){let yr=e;p.validate(oe[ar],{instancePath:t+"/named/"+
ar.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:oe,parentDataProperty:ar,rootData:V,dynamicAnchors:D})||(r=r===null?
p.validate.errors:r.concat(p.validate.errors),e=r.length);var xs=yr===e;if(!xs)break}else return o.errors=[{instancePath:t+
"/named",schemaPath:"#/allOf/16/then/properties/named/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"}],!1;var er=ir===e}else var er=!0}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var fr=Dr===e;if(Yr=fr,Yr)var $e=!0}if(!Yr){let Dr={instancePath:t,
schemaPath:"#/allOf/16/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Dr]:r.push(Dr),e++,o.errors=r,!1}var d=Vr===e;if(d){i!==!0&&$e!==void 0&&($e===!0?i=!0:(i=i||{},Object.assign(i,$e)));
let Dr=e,ws=e,Br=!0,Gr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ir;if(s.op===void 0&&(ir="op")){let Ps={};r===
null?r=[Ps]:r.push(Ps),e++}else if(s.op!==void 0&&s.op!=="method"){let Ps={};r===null?r=[Ps]:r.push(Ps),e++}}var kr=Gr===
e;if(e=ws,r!==null&&(ws?r.length=ws:r=null),kr){let ir=e;if(e===ir)if(s&&typeof s=="object"&&!Array.isArray(s)){let ar;if(s.
op===void 0&&(ar="op")||s.of===void 0&&(ar="of")||s.name===void 0&&(ar="name")||s.args===void 0&&(ar="args"))return o.errors=
[{instancePath:t,schemaPath:"#/allOf/17/then/required",keyword:"required",params:{missingProperty:ar},message:"must have\
 required property '"+ar+"'"}],!1;{let yr=e;for(let he in s)if(!(he==="op"||he==="of"||he==="name"||he==="args")){return o.
errors=[{instancePath:t,schemaPath:"#/allOf/17/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:he},
message:"must NOT have additional properties"}],!1;break}if(yr===e){if(s.op!==void 0){let he=e;if(s.op!=="method")return o.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/17/then/properties/op/const",keyword:"const",params:{allowedValue:"met\
hod"},message:"must be equal to constant"}],!1;var rr=he===e}else var rr=!0;if(rr){if(s.of!==void 0){let he=e;p.validate(
s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:
r.concat(p.validate.errors),e=r.length);var rr=he===e}else var rr=!0;if(rr){if(s.name!==void 0){let he=s.name,Pr=e;if(!(he===
"upper"||he==="lower"||he==="title"||he==="capitalize"||he==="strip"||he==="lstrip"||he==="rstrip"||he==="split"||he==="\
rsplit"||he==="splitlines"||he==="startswith"||he==="endswith"||he==="replace"||he==="find"||he==="join"||he==="count"||
he==="index"||he==="keys"||he==="values"||he==="items"||he==="get"))return o.errors=[{instancePath:t+"/name",schemaPath:"\
#/allOf/17/then/properties/name/enum",keyword:"enum",params:{allowedValues:es.allOf[17].then.properties.name.enum},message:"\
must be equal to one of the allowed values"}],!1;var rr=Pr===e}else var rr=!0;if(rr)if(s.args!==void 0){let he=s.args,Pr=e;
if(e===Pr)if(Array.isArray(he)){var tr=!0;let Nr=he.length;for(let js=0;js<Nr;js++){let N=e;p.validate(he[js],{instancePath:t+
"/args/"+js,parentData:he,parentDataProperty:js,rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.
validate.errors),e=r.length);var tr=N===e;if(!tr)break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allO\
f/17/then/properties/args/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var rr=Pr===e}else var rr=!0}}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/17/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var kr=ir===e;if(Br=kr,Br)var Qe=!0}if(!Br){let ir={instancePath:t,schemaPath:"#/allOf/17/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ir]:r.push(ir),e++,o.errors=r,!1}var d=Dr===
e;if(d){i!==!0&&Qe!==void 0&&(Qe===!0?i=!0:(i=i||{},Object.assign(i,Qe)));let ir=e,Ps=e,ar=!0,yr=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Pr;if(s.op===void 0&&(Pr="op")){let Os={};r===null?r=[Os]:r.push(Os),e++}else if(s.op!==void 0&&
s.op!=="filter"){let Os={};r===null?r=[Os]:r.push(Os),e++}}var Ve=yr===e;if(e=Ps,r!==null&&(Ps?r.length=Ps:r=null),Ve){let Pr=e;
if(e===Pr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Nr;if(s.op===void 0&&(Nr="op")||s.of===void 0&&(Nr="of")||s.name===
void 0&&(Nr="name")||s.args===void 0&&(Nr="args")||s.named===void 0&&(Nr="named"))return o.errors=[{instancePath:t,schemaPath:"\
#/allOf/18/then/required",keyword:"required",params:{missingProperty:Nr},message:"must have required property '"+Nr+"'"}],
!1;{let js=e;for(let N in s)if(!(N==="op"||N==="of"||N==="name"||N==="args"||N==="named")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/18/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:N},message:"\
must NOT have additional properties"}],!1;break}if(js===e){if(s.op!==void 0){let N=e;if(s.op!=="filter")return o.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/18/then/properties/op/const",keyword:"const",params:{allowedValue:"filter"},message:"\
must be equal to constant"}],!1;var Ce=N===e}else var Ce=!0;if(Ce){if(s.of!==void 0){let N=e;p.validate(s.of,{instancePath:t+
"/of",parentData:s,parentDataProperty:"of",rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.
errors),e=r.length);var Ce=N===e}else var Ce=!0;if(Ce){if(s.name!==void 0){let N=s.name,cr=e;if(!(N==="join"||N==="upper"||
N==="lower"||N==="title"||N==="capitalize"||N==="trim"||N==="replace"||N==="truncate"||N==="default"||N==="length"||N===
"first"||N==="last"||N==="reverse"||N==="sort"||N==="unique"||N==="round"||N==="abs"||N==="int"||N==="float"||N==="strin\
g"||N==="list"||N==="tojson"||N==="dump"||N==="indent"||N==="wordcount"||N==="striptags"||N==="urlencode"||N==="escape"||
N==="map"||N==="select"||N==="reject"||N==="selectattr"||N==="rejectattr"||N==="groupby"||N==="batch"||N==="slice"||N===
"sum"||N==="min"||N==="max"||N==="items"))return o.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/18/then/propertie\
s/name/enum",keyword:"enum",params:{allowedValues:es.allOf[18].then.properties.name.enum},message:"must be equal to one \
of the allowed values"}],!1;var Ce=cr===e}else var Ce=!0;if(Ce){if(s.args!==void 0){let N=s.args,cr=e;if(e===cr)if(Array.
isArray(N)){var m=!0;let wr=N.length;for(let Lr=0;Lr<wr;Lr++){let hr=e;p.validate(N[Lr],{instancePath:t+"/args/"+Lr,parentData:N,
parentDataProperty:Lr,rootData:V,dynamicAnchors:D})||(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);
var m=hr===e;if(!m)break}}else return o.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/18/then/properties/args/type",
keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ce=cr===e}else var Ce=!0;if(Ce)if(s.named!==void 0){
let N=s.named,cr=e;if(e===cr)if(N&&typeof N=="object"&&!Array.isArray(N))for(let wr in N){let Lr=e;p.validate(N[wr],{instancePath:t+
"/named/"+wr.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:N,parentDataProperty:wr,rootData:V,dynamicAnchors:D})||(r=
r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var _e=Lr===e;if(!_e)break}else return o.errors=[{instancePath:t+
"/named",schemaPath:"#/allOf/18/then/properties/named/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"}],!1;var Ce=cr===e}else var Ce=!0}}}}}}else return o.errors=[{instancePath:t,schemaPath:"#/allOf/18/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var Ve=Pr===e;if(ar=Ve,ar)var De=!0}if(!ar){let Pr={instancePath:t,
schemaPath:"#/allOf/18/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Pr]:r.push(Pr),e++,o.errors=r,!1}var d=ir===e;if(d){i!==!0&&De!==void 0&&(De===!0?i=!0:(i=i||{},Object.assign(i,De)));
let Pr=e,Os=e,Nr=!0,js=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let cr;if(s.op===void 0&&(cr="op")){let qs={};r===
null?r=[qs]:r.push(qs),e++}else if(s.op!==void 0&&s.op!=="comprehension"){let qs={};r===null?r=[qs]:r.push(qs),e++}}var I=js===
e;if(e=Os,r!==null&&(Os?r.length=Os:r=null),I){let cr=e;if(e===cr)if(s&&typeof s=="object"&&!Array.isArray(s)){let wr;if(s.
op===void 0&&(wr="op")||s.body===void 0&&(wr="body")||s.clauses===void 0&&(wr="clauses"))return o.errors=[{instancePath:t,
schemaPath:"#/allOf/19/then/required",keyword:"required",params:{missingProperty:wr},message:"must have required propert\
y '"+wr+"'"}],!1;{let Lr=e;for(let hr in s)if(!(hr==="op"||hr==="body"||hr==="clauses"||hr==="lazy")){return o.errors=[{
instancePath:t,schemaPath:"#/allOf/19/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:hr},
message:"must NOT have additional properties"}],!1;break}if(Lr===e){if(s.op!==void 0){let hr=e;if(s.op!=="comprehension")
return o.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/19/then/properties/op/const",keyword:"const",params:{allowedValue:"\
comprehension"},message:"must be equal to constant"}],!1;var ie=hr===e}else var ie=!0;if(ie){if(s.body!==void 0){let hr=e;
p.validate(s.body,{instancePath:t+"/body",parentData:s,parentDataProperty:"body",rootData:V,dynamicAnchors:D})||(r=r===null?
p.validate.errors:r.concat(p.validate.errors),e=r.length);var ie=hr===e}else var ie=!0;if(ie){if(s.clauses!==void 0){let hr=s.
clauses,Zr=e;if(e===Zr)if(Array.isArray(hr)){var n=!0;let zs=hr.length;for(let $r=0;$r<zs;$r++){let Ge=hr[$r],Rs=e;if(e===
Rs)if(Ge&&typeof Ge=="object"&&!Array.isArray(Ge)){let Vs;if(Ge.names===void 0&&(Vs="names")||Ge.in===void 0&&(Vs="in")||
Ge.if===void 0&&(Vs="if"))return o.errors=[{instancePath:t+"/clauses/"+$r,schemaPath:"#/allOf/19/then/properties/clauses\
/items/required",keyword:"required",params:{missingProperty:Vs},message:"must have required property '"+Vs+"'"}],!1;{let Ds=e;
for(let vr in Ge)if(!(vr==="names"||vr==="in"||vr==="if")){return o.errors=[{instancePath:t+"/clauses/"+$r,schemaPath:"#\
/allOf/19/then/properties/clauses/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:vr},
message:"must NOT have additional properties"}],!1;break}if(Ds===e){if(Ge.names!==void 0){let vr=Ge.names,Ss=e;if(e===Ss)
if(Array.isArray(vr)){var Q=!0;let st=vr.length;for(let Es=0;Es<st;Es++){let Ks=e;if(typeof vr[Es]!="string")return o.errors=
[{instancePath:t+"/clauses/"+$r+"/names/"+Es,schemaPath:"#/allOf/19/then/properties/clauses/items/properties/names/items\
/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Q=Ks===e;if(!Q)break}}else return o.errors=
[{instancePath:t+"/clauses/"+$r+"/names",schemaPath:"#/allOf/19/then/properties/clauses/items/properties/names/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var v=Ss===e}else var v=!0;if(v){if(Ge.in!==void 0){let vr=e;p.
validate(Ge.in,{instancePath:t+"/clauses/"+$r+"/in",parentData:Ge,parentDataProperty:"in",rootData:V,dynamicAnchors:D})||
(r=r===null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var v=vr===e}else var v=!0;if(v)if(Ge.if!==void 0){
let vr=Ge.if,Ss=e;if(e===Ss)if(Array.isArray(vr)){var x=!0;let Es=vr.length;for(let Ks=0;Ks<Es;Ks++){let tt=e;p.validate(
vr[Ks],{instancePath:t+"/clauses/"+$r+"/if/"+Ks,parentData:vr,parentDataProperty:Ks,rootData:V,dynamicAnchors:D})||(r=r===
null?p.validate.errors:r.concat(p.validate.errors),e=r.length);var x=tt===e;if(!x)break}}else return o.errors=[{instancePath:t+
"/clauses/"+$r+"/if",schemaPath:"#/allOf/19/then/properties/clauses/items/properties/if/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var v=Ss===e}else var v=!0}}}}else return o.errors=[{instancePath:t+"/clauses/"+$r,
schemaPath:"#/allOf/19/then/properties/clauses/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var n=Rs===e;if(!n)break}}else return o.errors=[{instancePath:t+"/clauses",schemaPath:"#/allOf/19/then/properties/cla\
uses/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var ie=Zr===e}else var ie=!0;if(ie)if(s.lazy!==
void 0){let hr=e;if(s.lazy!==!0)return o.errors=[{instancePath:t+"/lazy",schemaPath:"#/allOf/19/then/properties/lazy/con\
st",keyword:"const",params:{allowedValue:!0},message:"must be equal to constant"}],!1;var ie=hr===e}else var ie=!0}}}}}else
return o.errors=[{instancePath:t,schemaPath:"#/allOf/19/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var I=cr===e;if(Nr=I,Nr)var k=!0}if(!Nr){let cr={instancePath:t,schemaPath:"#/allOf/19/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[cr]:r.push(cr),e++,o.errors=r,!1}var d=Pr===
e;if(d){i!==!0&&k!==void 0&&(k===!0?i=!0:(i=i||{},Object.assign(i,k)));let cr=e,qs=e,wr=!0,Lr=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let Zr;if(s.op===void 0&&(Zr="op")){let Hs={};r===null?r=[Hs]:r.push(Hs),e++}else if(s.op!==void 0&&s.
op!=="text"){let Hs={};r===null?r=[Hs]:r.push(Hs),e++}}var y=Lr===e;if(e=qs,r!==null&&(qs?r.length=qs:r=null),y){let Zr=e;
if(e===Zr)if(s&&typeof s=="object"&&!Array.isArray(s)){let zs;if(s.op===void 0&&(zs="op")||s.parts===void 0&&(zs="parts"))
return o.errors=[{instancePath:t,schemaPath:"#/allOf/20/then/required",keyword:"required",params:{missingProperty:zs},message:"\
must have required property '"+zs+"'"}],!1;{let $r=e;for(let Ge in s)if(!(Ge==="op"||Ge==="parts")){return o.errors=[{instancePath:t,
schemaPath:"#/allOf/20/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Ge},message:"\
must NOT have additional properties"}],!1;break}if($r===e){if(s.op!==void 0){let Ge=e;if(s.op!=="text")return o.errors=[
{instancePath:t+"/op",schemaPath:"#/allOf/20/then/properties/op/const",keyword:"const",params:{allowedValue:"text"},message:"\
must be equal to constant"}],!1;var ke=Ge===e}else var ke=!0;if(ke)if(s.parts!==void 0){let Ge=s.parts,Rs=e;if(e===Rs)if(Array.
isArray(Ge)){var c=!0;let Vs=Ge.length;for(let Ds=0;Ds<Vs;Ds++){let vr=e;te(Ge[Ds],{instancePath:t+"/parts/"+Ds,parentData:Ge,
parentDataProperty:Ds,rootData:V,dynamicAnchors:D})||(r=r===null?te.errors:r.concat(te.errors),e=r.length);var c=vr===e;
if(!c)break}}else return o.errors=[{instancePath:t+"/parts",schemaPath:"#/allOf/20/then/properties/parts/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var ke=Rs===e}else var ke=!0}}}else return o.errors=[{instancePath:t,
schemaPath:"#/allOf/20/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var y=Zr===e;if(wr=
y,wr)var ae=!0}if(!wr){let Zr={instancePath:t,schemaPath:"#/allOf/20/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[Zr]:r.push(Zr),e++,o.errors=r,!1}var d=cr===e;d&&i!==!0&&ae!==void 0&&(ae===
!0?i=!0:(i=i||{},Object.assign(i,ae)))}}}}}}}}}}}}}}}}}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let u;if(s.
op===void 0&&(u="op"))return o.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:u},
message:"must have required property '"+u+"'"}],!1;if(i!==!0&&(i=i||{},i.op=!0),s.op!==void 0){let f=s.op;if(!(f==="lit"||
f==="root"||f==="local"||f==="get"||f==="index"||f==="slice"||f==="not"||f==="negate"||f==="and"||f==="or"||f==="if"||f===
"compare"||f==="is"||f==="arithmetic"||f==="list"||f==="dict"||f==="call"||f==="method"||f==="filter"||f==="comprehensio\
n"||f==="text"))return o.errors=[{instancePath:t+"/op",schemaPath:"#/properties/op/enum",keyword:"enum",params:{allowedValues:es.
properties.op.enum},message:"must be equal to one of the allowed values"}],!1}}else return o.errors=[{instancePath:t,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;return o.errors=r,xe.props=i,e===0}o.evaluated=
{dynamicProps:!0,dynamicItems:!1};function F(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:V=s,dynamicAnchors:D={}}={}){
let r=null,e=0,xe=F.evaluated;if(xe.dynamicProps&&(xe.props=void 0),xe.dynamicItems&&(xe.items=void 0),e===0)if(s&&typeof s==
"object"&&!Array.isArray(s)){let ge;if(s.format===void 0&&(ge="format")||s.hash===void 0&&(ge="hash")||s.workflow===void 0&&
(ge="workflow")||s.state===void 0&&(ge="state")||s.inputs===void 0&&(ge="inputs")||s.start===void 0&&(ge="start")||s.ops===
void 0&&(ge="ops")||s.code===void 0&&(ge="code")||s.env===void 0&&(ge="env")||s.recorded_env===void 0&&(ge="recorded_env")||
s.requires===void 0&&(ge="requires")||s.settings===void 0&&(ge="settings")||s.debug===void 0&&(ge="debug"))return F.errors=
[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:ge},message:"must have required prop\
erty '"+ge+"'"}],!1;{let We=e;for(let h in s)if(!Cs.call(et.properties,h)){return F.errors=[{instancePath:t,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additional p\
roperties"}],!1;break}if(We===e){if(s.format!==void 0){let h=e;if(s.format!==1)return F.errors=[{instancePath:t+"/format",
schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue:1},message:"must be equal to constant"}],!1;
var Y=h===e}else var Y=!0;if(Y){if(s.hash!==void 0){let h=s.hash,L=e;if(e===L)if(typeof h=="string"){if(!it.test(h))return F.
errors=[{instancePath:t+"/hash",schemaPath:"#/properties/hash/pattern",keyword:"pattern",params:{pattern:"^[0-9a-f]{64}$"},
message:'must match pattern "^[0-9a-f]{64}$"'}],!1}else return F.errors=[{instancePath:t+"/hash",schemaPath:"#/propertie\
s/hash/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.workflow!==
void 0){let h=s.workflow,L=e;if(e===L)if(h&&typeof h=="object"&&!Array.isArray(h)){let Z;if(h.id===void 0&&(Z="id")||h.version===
void 0&&(Z="version"))return F.errors=[{instancePath:t+"/workflow",schemaPath:"#/properties/workflow/required",keyword:"\
required",params:{missingProperty:Z},message:"must have required property '"+Z+"'"}],!1;{let q=e;for(let b in h)if(!(b===
"id"||b==="version"||b==="name"||b==="description"||b==="labels")){return F.errors=[{instancePath:t+"/workflow",schemaPath:"\
#/properties/workflow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:b},message:"must N\
OT have additional properties"}],!1;break}if(q===e){if(h.id!==void 0){let b=e;if(typeof h.id!="string")return F.errors=[
{instancePath:t+"/workflow/id",schemaPath:"#/properties/workflow/properties/id/type",keyword:"type",params:{type:"string"},
message:"must be string"}],!1;var je=b===e}else var je=!0;if(je){if(h.version!==void 0){let b=e;if(typeof h.version!="st\
ring")return F.errors=[{instancePath:t+"/workflow/version",schemaPath:"#/properties/workflow/properties/version/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var je=b===e}else var je=!0;if(je){if(h.name!==void 0){let b=e;
if(typeof h.name!="string")return F.errors=[{instancePath:t+"/workflow/name",schemaPath:"#/properties/workflow/propertie\
s/name/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var je=b===e}else var je=!0;if(je){if(h.
description!==void 0){let b=e;if(typeof h.description!="string")return F.errors=[{instancePath:t+"/workflow/description",
schemaPath:"#/properties/workflow/properties/description/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"}],!1;var je=b===e}else var je=!0;if(je)if(h.labels!==void 0){let b=h.labels,ee=e;if(e===ee)if(b&&typeof b=="object"&&
!Array.isArray(b))for(let be in b){let H=e;if(typeof b[be]!="string")return F.errors=[{instancePath:t+"/workflow/labels/"+
be.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/workflow/properties/labels/additionalProperties/type",
keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Ye=H===e;if(!Ye)break}else return F.errors=[{instancePath:t+
"/workflow/labels",schemaPath:"#/properties/workflow/properties/labels/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var je=ee===e}else var je=!0}}}}}}else return F.errors=[{instancePath:t+"/workflow",schemaPath:"#/p\
roperties/workflow/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Y=L===e}else var Y=!0;if(Y){
if(s.state!==void 0){let h=s.state,L=e;if(e===L)if(h&&typeof h=="object"&&!Array.isArray(h))for(let Z in h){let q=h[Z],b=e;
if(e===b)if(q&&typeof q=="object"&&!Array.isArray(q)){let ee;if(q.type===void 0&&(ee="type"))return F.errors=[{instancePath:t+
"/state/"+Z.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/required",keyword:"\
required",params:{missingProperty:ee},message:"must have required property '"+ee+"'"}],!1;{let Ee=e;for(let be in q)if(!(be===
"type"||be==="schema"||be==="default")){return F.errors=[{instancePath:t+"/state/"+Z.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/state/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:be},
message:"must NOT have additional properties"}],!1;break}Ee===e&&q.type!==void 0&&(P(q.type,{instancePath:t+"/state/"+Z.
replace(/~/g,"~0").replace(/\//g,"~1")+"/type",parentData:q,parentDataProperty:"type",rootData:V,dynamicAnchors:D})||(r=
r===null?P.errors:r.concat(P.errors),e=r.length))}}else return F.errors=[{instancePath:t+"/state/"+Z.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var Or=b===e;if(!Or)break}else return F.errors=[{instancePath:t+"/state",schemaPath:"#/properties/s\
tate/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.inputs!==
void 0){let h=s.inputs,L=e;if(e===L)if(Array.isArray(h)){var Ue=!0;let Z=h.length;for(let q=0;q<Z;q++){let b=h[q],ee=e;if(e===
ee)if(b&&typeof b=="object"&&!Array.isArray(b)){let be;if(b.key===void 0&&(be="key")||b.required===void 0&&(be="required"))
return F.errors=[{instancePath:t+"/inputs/"+q,schemaPath:"#/properties/inputs/items/required",keyword:"required",params:{
missingProperty:be},message:"must have required property '"+be+"'"}],!1;{let H=e;for(let w in b)if(!(w==="key"||w==="req\
uired")){return F.errors=[{instancePath:t+"/inputs/"+q,schemaPath:"#/properties/inputs/items/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:w},message:"must NOT have additional properties"}],!1;break}if(H===e){if(b.
key!==void 0){let w=e;if(typeof b.key!="string")return F.errors=[{instancePath:t+"/inputs/"+q+"/key",schemaPath:"#/prope\
rties/inputs/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=w===e}else
var i=!0;if(i)if(b.required!==void 0){let w=e;if(typeof b.required!="boolean")return F.errors=[{instancePath:t+"/inputs/"+
q+"/required",schemaPath:"#/properties/inputs/items/properties/required/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"}],!1;var i=w===e}else var i=!0}}}else return F.errors=[{instancePath:t+"/inputs/"+q,schemaPath:"#/prope\
rties/inputs/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ue=ee===e;if(!Ue)break}}else
return F.errors=[{instancePath:t+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.start!==void 0){let h=s.start,L=e;if(!(typeof h=="number"&&!(h%
1)&&!isNaN(h)&&isFinite(h)))return F.errors=[{instancePath:t+"/start",schemaPath:"#/properties/start/type",keyword:"type",
params:{type:"integer"},message:"must be integer"}],!1;if(e===L&&typeof h=="number"&&isFinite(h)&&(h<0||isNaN(h)))return F.
errors=[{instancePath:t+"/start",schemaPath:"#/properties/start/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.ops!==void 0){let h=s.ops,L=e;if(e===L)if(Array.isArray(
h)){if(h.length<1)return F.errors=[{instancePath:t+"/ops",schemaPath:"#/properties/ops/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"}],!1;{var d=!0;let Z=h.length;for(let q=0;q<Z;q++){let b=e;a(h[q],{instancePath:t+
"/ops/"+q,parentData:h,parentDataProperty:q,rootData:V,dynamicAnchors:D})||(r=r===null?a.errors:r.concat(a.errors),e=r.length);
var d=b===e;if(!d)break}}}else return F.errors=[{instancePath:t+"/ops",schemaPath:"#/properties/ops/type",keyword:"type",
params:{type:"array"},message:"must be array"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.code!==void 0){let h=s.code,L=e;
if(e===L)if(Array.isArray(h)){var de=!0;let Z=h.length;for(let q=0;q<Z;q++){let b=e;o(h[q],{instancePath:t+"/code/"+q,parentData:h,
parentDataProperty:q,rootData:V,dynamicAnchors:D})||(r=r===null?o.errors:r.concat(o.errors),e=r.length);var de=b===e;if(!de)
break}}else return F.errors=[{instancePath:t+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.env!==void 0){let h=s.env,L=e;if(e===L)if(Array.
isArray(h)){var Le=!0;let Z=h.length;for(let q=0;q<Z;q++){let b=e;if(typeof h[q]!="string")return F.errors=[{instancePath:t+
"/env/"+q,schemaPath:"#/properties/env/items/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Le=b===
e;if(!Le)break}}else return F.errors=[{instancePath:t+"/env",schemaPath:"#/properties/env/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.recorded_env!==void 0){let h=s.recorded_env,L=e;
if(e===L)if(Array.isArray(h)){var Pe=!0;let Z=h.length;for(let q=0;q<Z;q++){let b=e;if(typeof h[q]!="string")return F.errors=
[{instancePath:t+"/recorded_env/"+q,schemaPath:"#/properties/recorded_env/items/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"}],!1;var Pe=b===e;if(!Pe)break}}else return F.errors=[{instancePath:t+"/recorded_env",schemaPath:"\
#/properties/recorded_env/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Y=L===e}else var Y=!0;
if(Y){if(s.requires!==void 0){let h=s.requires,L=e;if(e===L)if(Array.isArray(h)){var Ie=!0;let Z=h.length;for(let q=0;q<
Z;q++){let b=h[q],ee=e;if(e===ee)if(b&&typeof b=="object"&&!Array.isArray(b)){let be;if(b.feature===void 0&&(be="feature")||
b.by===void 0&&(be="by"))return F.errors=[{instancePath:t+"/requires/"+q,schemaPath:"#/properties/requires/items/require\
d",keyword:"required",params:{missingProperty:be},message:"must have required property '"+be+"'"}],!1;{let H=e;for(let w in b)
if(!(w==="feature"||w==="by")){return F.errors=[{instancePath:t+"/requires/"+q,schemaPath:"#/properties/requires/items/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:w},message:"must NOT have additional prop\
erties"}],!1;break}if(H===e){if(b.feature!==void 0){let w=b.feature,le=e;if(!(w==="parallel"||w==="wait"||w==="human_app\
roval"||w==="policy"||w==="token_budget"||w==="cost_budget"||w==="on_budget_exceeded"||w==="data_policy"||w==="oauth"||w===
"federation"||w==="continue_as_new"||w==="workflow_timeout"||w==="effect_once"||w==="model_tools"||w==="output_schema"||
w==="output_to_state"||w==="model_retry"||w==="policy_file"||w==="secret_backends"||w==="lint_severities"||w==="raised_l\
imits"))return F.errors=[{instancePath:t+"/requires/"+q+"/feature",schemaPath:"#/properties/requires/items/properties/fe\
ature/enum",keyword:"enum",params:{allowedValues:et.properties.requires.items.properties.feature.enum},message:"must be \
equal to one of the allowed values"}],!1;var Be=le===e}else var Be=!0;if(Be)if(b.by!==void 0){let w=e;if(typeof b.by!="s\
tring")return F.errors=[{instancePath:t+"/requires/"+q+"/by",schemaPath:"#/properties/requires/items/properties/by/type",
keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Be=w===e}else var Be=!0}}}else return F.errors=[
{instancePath:t+"/requires/"+q,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var Ie=ee===e;if(!Ie)break}}else return F.errors=[{instancePath:t+"/requires",schemaPath:"#/propert\
ies/requires/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Y=L===e}else var Y=!0;if(Y){if(s.
settings!==void 0){let h=s.settings,L=e;if(!(h&&typeof h=="object"&&!Array.isArray(h)))return F.errors=[{instancePath:t+
"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;
var Y=L===e}else var Y=!0;if(Y)if(s.debug!==void 0){let h=s.debug,L=e;if(e===L)if(h&&typeof h=="object"&&!Array.isArray(
h)){let Z;if(h.uri===void 0&&(Z="uri")||h.nodes===void 0&&(Z="nodes")||h.code===void 0&&(Z="code"))return F.errors=[{instancePath:t+
"/debug",schemaPath:"#/properties/debug/required",keyword:"required",params:{missingProperty:Z},message:"must have requi\
red property '"+Z+"'"}],!1;{let q=e;for(let b in h)if(!(b==="uri"||b==="nodes"||b==="code")){return F.errors=[{instancePath:t+
"/debug",schemaPath:"#/properties/debug/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:b},
message:"must NOT have additional properties"}],!1;break}if(q===e){if(h.uri!==void 0){let b=e;if(typeof h.uri!="string")
return F.errors=[{instancePath:t+"/debug/uri",schemaPath:"#/properties/debug/properties/uri/type",keyword:"type",params:{
type:"string"},message:"must be string"}],!1;var Se=b===e}else var Se=!0;if(Se){if(h.nodes!==void 0){let b=h.nodes,ee=e;
if(e===ee)if(Array.isArray(b)){var Ae=!0;let be=b.length;for(let H=0;H<be;H++){let w=b[H],le=e;if(e===le)if(Array.isArray(
w)){if(w.length>3)return F.errors=[{instancePath:t+"/debug/nodes/"+H,schemaPath:"#/properties/debug/properties/nodes/ite\
ms/maxItems",keyword:"maxItems",params:{limit:3},message:"must NOT have more than 3 items"}],!1;if(w.length<3)return F.errors=
[{instancePath:t+"/debug/nodes/"+H,schemaPath:"#/properties/debug/properties/nodes/items/minItems",keyword:"minItems",params:{
limit:3},message:"must NOT have fewer than 3 items"}],!1;{let Ke=w.length;if(Ke>0){let U=w[0],T=e;if(!(typeof U=="number"&&
!(U%1)&&!isNaN(U)&&isFinite(U)))return F.errors=[{instancePath:t+"/debug/nodes/"+H+"/0",schemaPath:"#/properties/debug/p\
roperties/nodes/items/prefixItems/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===T&&
typeof U=="number"&&isFinite(U)&&(U<0||isNaN(U)))return F.errors=[{instancePath:t+"/debug/nodes/"+H+"/0",schemaPath:"#/p\
roperties/debug/properties/nodes/items/prefixItems/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"}],!1;var Re=T===e}if(Re){if(Ke>1){let U=w[1],T=e;if(!(typeof U=="number"&&!(U%1)&&!isNaN(U)&&isFinite(U)))
return F.errors=[{instancePath:t+"/debug/nodes/"+H+"/1",schemaPath:"#/properties/debug/properties/nodes/items/prefixItem\
s/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===T&&typeof U=="number"&&isFinite(U)&&
(U<0||isNaN(U)))return F.errors=[{instancePath:t+"/debug/nodes/"+H+"/1",schemaPath:"#/properties/debug/properties/nodes/\
items/prefixItems/1/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var Re=T===e}
if(Re&&Ke>2){let U=w[2],T=e;if(!(typeof U=="number"&&!(U%1)&&!isNaN(U)&&isFinite(U)))return F.errors=[{instancePath:t+"/\
debug/nodes/"+H+"/2",schemaPath:"#/properties/debug/properties/nodes/items/prefixItems/2/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"}],!1;if(e===T&&typeof U=="number"&&isFinite(U)&&(U<0||isNaN(U)))return F.errors=[{instancePath:t+
"/debug/nodes/"+H+"/2",schemaPath:"#/properties/debug/properties/nodes/items/prefixItems/2/minimum",keyword:"minimum",params:{
comparison:">=",limit:0},message:"must be >= 0"}],!1;var Re=T===e}}}}else return F.errors=[{instancePath:t+"/debug/nodes\
/"+H,schemaPath:"#/properties/debug/properties/nodes/items/type",keyword:"type",params:{type:"array"},message:"must be a\
rray"}],!1;var Ae=le===e;if(!Ae)break}}else return F.errors=[{instancePath:t+"/debug/nodes",schemaPath:"#/properties/deb\
ug/properties/nodes/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Se=ee===e}else var Se=!0;
if(Se)if(h.code!==void 0){let b=h.code,ee=e;if(e===ee)if(Array.isArray(b)){var ve=!0;let be=b.length;for(let H=0;H<be;H++){
let w=b[H],le=e,Xe=e,Ke=!1,U=e;if(e===U)if(Array.isArray(w))if(w.length>3){let G={instancePath:t+"/debug/code/"+H,schemaPath:"\
#/properties/debug/properties/code/items/anyOf/0/maxItems",keyword:"maxItems",params:{limit:3},message:"must NOT have mo\
re than 3 items"};r===null?r=[G]:r.push(G),e++}else if(w.length<3){let G={instancePath:t+"/debug/code/"+H,schemaPath:"#/\
properties/debug/properties/code/items/anyOf/0/minItems",keyword:"minItems",params:{limit:3},message:"must NOT have fewe\
r than 3 items"};r===null?r=[G]:r.push(G),e++}else{let G=w.length;if(G>0){let R=e;if(typeof w[0]!="string"){let fe={instancePath:t+
"/debug/code/"+H+"/0",schemaPath:"#/properties/debug/properties/code/items/anyOf/0/prefixItems/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};r===null?r=[fe]:r.push(fe),e++}var S=R===e}if(S){if(G>1){let R=w[1],fe=e;if(!(typeof R==
"number"&&!(R%1)&&!isNaN(R)&&isFinite(R))){let E={instancePath:t+"/debug/code/"+H+"/1",schemaPath:"#/properties/debug/pr\
operties/code/items/anyOf/0/prefixItems/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[E]:r.push(E),e++}if(e===fe&&typeof R=="number"&&isFinite(R)&&(R<0||isNaN(R))){let E={instancePath:t+"/debug/code/"+H+
"/1",schemaPath:"#/properties/debug/properties/code/items/anyOf/0/prefixItems/1/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};r===null?r=[E]:r.push(E),e++}var S=fe===e}if(S&&G>2){let R=w[2],fe=e;if(!(typeof R==
"number"&&!(R%1)&&!isNaN(R)&&isFinite(R))){let E={instancePath:t+"/debug/code/"+H+"/2",schemaPath:"#/properties/debug/pr\
operties/code/items/anyOf/0/prefixItems/2/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[E]:r.push(E),e++}if(e===fe&&typeof R=="number"&&isFinite(R)&&(R<0||isNaN(R))){let E={instancePath:t+"/debug/code/"+H+
"/2",schemaPath:"#/properties/debug/properties/code/items/anyOf/0/prefixItems/2/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};r===null?r=[E]:r.push(E),e++}var S=fe===e}}}else{let G={instancePath:t+"/debug/code\
/"+H,schemaPath:"#/properties/debug/properties/code/items/anyOf/0/type",keyword:"type",params:{type:"array"},message:"mu\
st be array"};r===null?r=[G]:r.push(G),e++}var O=U===e;if(Ke=Ke||O,O)var qe=3;let T=e;if(e===T)if(Array.isArray(w))if(w.
length>4){let G={instancePath:t+"/debug/code/"+H,schemaPath:"#/properties/debug/properties/code/items/anyOf/1/maxItems",
keyword:"maxItems",params:{limit:4},message:"must NOT have more than 4 items"};r===null?r=[G]:r.push(G),e++}else if(w.length<
4){let G={instancePath:t+"/debug/code/"+H,schemaPath:"#/properties/debug/properties/code/items/anyOf/1/minItems",keyword:"\
minItems",params:{limit:4},message:"must NOT have fewer than 4 items"};r===null?r=[G]:r.push(G),e++}else{let G=w.length;
if(G>0){let R=e;if(typeof w[0]!="string"){let fe={instancePath:t+"/debug/code/"+H+"/0",schemaPath:"#/properties/debug/pr\
operties/code/items/anyOf/1/prefixItems/0/type",keyword:"type",params:{type:"string"},message:"must be string"};r===null?
r=[fe]:r.push(fe),e++}var Ze=R===e}if(Ze){if(G>1){let R=w[1],fe=e;if(!(typeof R=="number"&&!(R%1)&&!isNaN(R)&&isFinite(R))){
let E={instancePath:t+"/debug/code/"+H+"/1",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/prefixItems/1/t\
ype",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[E]:r.push(E),e++}if(e===fe&&typeof R==
"number"&&isFinite(R)&&(R<0||isNaN(R))){let E={instancePath:t+"/debug/code/"+H+"/1",schemaPath:"#/properties/debug/prope\
rties/code/items/anyOf/1/prefixItems/1/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};
r===null?r=[E]:r.push(E),e++}var Ze=fe===e}if(Ze){if(G>2){let R=w[2],fe=e;if(!(typeof R=="number"&&!(R%1)&&!isNaN(R)&&isFinite(
R))){let E={instancePath:t+"/debug/code/"+H+"/2",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/prefixItem\
s/2/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[E]:r.push(E),e++}if(e===fe&&typeof R==
"number"&&isFinite(R)&&(R<0||isNaN(R))){let E={instancePath:t+"/debug/code/"+H+"/2",schemaPath:"#/properties/debug/prope\
rties/code/items/anyOf/1/prefixItems/2/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};
r===null?r=[E]:r.push(E),e++}var Ze=fe===e}if(Ze&&G>3){let R=e;if(typeof w[3]!="string"){let K={instancePath:t+"/debug/c\
ode/"+H+"/3",schemaPath:"#/properties/debug/properties/code/items/anyOf/1/prefixItems/3/type",keyword:"type",params:{type:"\
string"},message:"must be string"};r===null?r=[K]:r.push(K),e++}var Ze=R===e}}}}else{let G={instancePath:t+"/debug/code/"+
H,schemaPath:"#/properties/debug/properties/code/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must \
be array"};r===null?r=[G]:r.push(G),e++}var O=T===e;if(Ke=Ke||O,O&&qe!==!0&&(qe=qe>4?qe:4),Ke)e=Xe,r!==null&&(Xe?r.length=
Xe:r=null);else{let G={instancePath:t+"/debug/code/"+H,schemaPath:"#/properties/debug/properties/code/items/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[G]:r.push(G),e++,F.errors=r,!1}var ve=le===e;
if(!ve)break}}else return F.errors=[{instancePath:t+"/debug/code",schemaPath:"#/properties/debug/properties/code/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var Se=ee===e}else var Se=!0}}}}else return F.errors=[{instancePath:t+
"/debug",schemaPath:"#/properties/debug/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Y=L===
e}else var Y=!0}}}}}}}}}}}}}}else return F.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"obje\
ct"},message:"must be object"}],!1;return F.errors=r,e===0}F.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};export{ot as default,nt as validate};
