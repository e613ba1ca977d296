/* Made by `npm run gen` from the schema of programs: ajv, compiled ahead. */
var nt=A,ot=A,et={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://jamjet.dev/schemas/program/v1.json",
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
put_to_state","prompt_file","model_retry","a2a","secret_backends","lint_severities","server_settings","raised_limits"]},
by:{type:"string"}}}},settings:{description:"Header settings that the runtime enforces as a whole.",type:"object"},debug:{
description:"Where things are written; never part of the hash.",type:"object",additionalProperties:!1,required:["uri","n\
odes","code"],properties:{uri:{type:"string"},nodes:{type:"array",items:{type:"array",prefixItems:[{type:"integer",minimum:0},
{type:"integer",minimum:0},{type:"integer",minimum:0}],minItems:3,maxItems:3}},code:{type:"array",items:{type:"array",prefixItems:[
{type:"string"},{type:"integer",minimum:0},{type:"integer",minimum:0}],minItems:3,maxItems:3}}}}},$defs:{op:{type:"objec\
t",required:["op"],properties:{op:{enum:["call","judge","choose","fork","join","suspend","halt"]}},allOf:[{if:{required:[
"op"],properties:{op:{const:"call"}}},then:{type:"object",additionalProperties:!1,required:["node","kind","max_visits","\
retry","timeout_ms","on_error","writes","next","op","effect","fields","append_feedback"],properties:{node:{type:"string"},
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
of"],properties:{kind:{const:"union"},of:{type:"array",items:{$ref:"#/$defs/type"}}}}}]},Kr={validate:O};function O(s,{instancePath:t="",
parentData:Js,parentDataProperty:Ws,rootData:D=s,dynamicAnchors:F={}}={}){let r=null,e=0,we=O.evaluated;we.dynamicProps&&
(we.props=void 0),we.dynamicItems&&(we.items=void 0);let M=e,_e=e,Me=!0,Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let B;if(s.kind===void 0&&(B="kind")){let le={};r===null?r=[le]:r.push(le),e++}else if(s.kind!==void 0&&s.kind!=="any"){
let le={};r===null?r=[le]:r.push(le),e++}}var Ge=Or===e;if(e=_e,r!==null&&(_e?r.length=_e:r=null),Ge){let B=e;if(e===B)if(s&&
typeof s=="object"&&!Array.isArray(s)){let Le;if(s.kind===void 0&&(Le="kind"))return O.errors=[{instancePath:t,schemaPath:"\
#/allOf/0/then/required",keyword:"required",params:{missingProperty:Le},message:"must have required property '"+Le+"'"}],
!1;{let gr=e;for(let We in s)if(We!=="kind"){return O.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/additionalPrope\
rties",keyword:"additionalProperties",params:{additionalProperty:We},message:"must NOT have additional properties"}],!1;
break}if(gr===e&&s.kind!==void 0&&s.kind!=="any")return O.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/0/then/pro\
perties/kind/const",keyword:"const",params:{allowedValue:"any"},message:"must be equal to constant"}],!1}}else return O.
errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var Ge=B===e;if(Me=Ge,Me)var i=!0}if(!Me){let B={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[B]:r.push(B),e++,O.errors=r,!1}var m=M===e;if(m){let B=e,le=e,
Le=!0,gr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let W;if(s.kind===void 0&&(W="kind")){let be={};r===null?r=[be]:
r.push(be),e++}else if(s.kind!==void 0&&s.kind!=="never"){let be={};r===null?r=[be]:r.push(be),e++}}var ne=gr===e;if(e=le,
r!==null&&(le?r.length=le:r=null),ne){let W=e;if(e===W)if(s&&typeof s=="object"&&!Array.isArray(s)){let Fe;if(s.kind===void 0&&
(Fe="kind"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty:Fe},
message:"must have required property '"+Fe+"'"}],!1;{let Ae=e;for(let C in s)if(C!=="kind"){return O.errors=[{instancePath:t,
schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:C},message:"m\
ust NOT have additional properties"}],!1;break}if(Ae===e&&s.kind!==void 0&&s.kind!=="never")return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/1/then/properties/kind/const",keyword:"const",params:{allowedValue:"never"},message:"must be\
 equal to constant"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var ne=W===e;if(Le=ne,Le)var Re=!0}if(!Le){let W={instancePath:t,schemaPath:"\
#/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[W]:r.push(
W),e++,O.errors=r,!1}var m=B===e;if(m){i!==!0&&Re!==void 0&&(Re===!0?i=!0:(i=i||{},Object.assign(i,Re)));let W=e,be=e,Fe=!0,
Ae=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ae;if(s.kind===void 0&&(ae="kind")){let Ce={};r===null?r=[Ce]:r.push(
Ce),e++}else if(s.kind!==void 0&&s.kind!=="null"){let Ce={};r===null?r=[Ce]:r.push(Ce),e++}}var ve=Ae===e;if(e=be,r!==null&&
(be?r.length=be:r=null),ve){let ae=e;if(e===ae)if(s&&typeof s=="object"&&!Array.isArray(s)){let $e;if(s.kind===void 0&&($e=
"kind"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:$e},
message:"must have required property '"+$e+"'"}],!1;{let je=e;for(let he in s)if(he!=="kind"){return O.errors=[{instancePath:t,
schemaPath:"#/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:he},message:"\
must NOT have additional properties"}],!1;break}if(je===e&&s.kind!==void 0&&s.kind!=="null")return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/2/then/properties/kind/const",keyword:"const",params:{allowedValue:"null"},message:"must be \
equal to constant"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var ve=ae===e;if(Fe=ve,Fe)var xe=!0}if(!Fe){let ae={instancePath:t,schemaPath:"#/\
allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ae]:r.push(
ae),e++,O.errors=r,!1}var m=W===e;if(m){i!==!0&&xe!==void 0&&(xe===!0?i=!0:(i=i||{},Object.assign(i,xe)));let ae=e,Ce=e,
$e=!0,je=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let S;if(s.kind===void 0&&(S="kind")){let _r={};r===null?r=[_r]:
r.push(_r),e++}else if(s.kind!==void 0&&s.kind!=="bool"){let _r={};r===null?r=[_r]:r.push(_r),e++}}var Je=je===e;if(e=Ce,
r!==null&&(Ce?r.length=Ce:r=null),Je){let S=e;if(e===S)if(s&&typeof s=="object"&&!Array.isArray(s)){let nr;if(s.kind===void 0&&
(nr="kind"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:nr},
message:"must have required property '"+nr+"'"}],!1;{let or=e;for(let Er in s)if(Er!=="kind"){return O.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Er},message:"\
must NOT have additional properties"}],!1;break}if(or===e&&s.kind!==void 0&&s.kind!=="bool")return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/3/then/properties/kind/const",keyword:"const",params:{allowedValue:"bool"},message:"must be \
equal to constant"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Je=S===e;if($e=Je,$e)var Ke=!0}if(!$e){let S={instancePath:t,schemaPath:"#/al\
lOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[S]:r.push(S),
e++,O.errors=r,!1}var m=ae===e;if(m){i!==!0&&Ke!==void 0&&(Ke===!0?i=!0:(i=i||{},Object.assign(i,Ke)));let S=e,_r=e,nr=!0,
or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let lr;if(s.kind===void 0&&(lr="kind")){let fr={};r===null?r=[fr]:r.push(
fr),e++}else if(s.kind!==void 0&&s.kind!=="int"){let fr={};r===null?r=[fr]:r.push(fr),e++}}var Pe=or===e;if(e=_r,r!==null&&
(_r?r.length=_r:r=null),Pe){let lr=e;if(e===lr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Qe;if(s.kind===void 0&&(Qe=
"kind"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty:Qe},
message:"must have required property '"+Qe+"'"}],!1;{let Mr=e;for(let xs in s)if(xs!=="kind"){return O.errors=[{instancePath:t,
schemaPath:"#/allOf/4/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:xs},message:"\
must NOT have additional properties"}],!1;break}if(Mr===e&&s.kind!==void 0&&s.kind!=="int")return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/4/then/properties/kind/const",keyword:"const",params:{allowedValue:"int"},message:"must be e\
qual to constant"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Pe=lr===e;if(nr=Pe,nr)var Ie=!0}if(!nr){let lr={instancePath:t,schemaPath:"#/\
allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[lr]:r.push(
lr),e++,O.errors=r,!1}var m=S===e;if(m){i!==!0&&Ie!==void 0&&(Ie===!0?i=!0:(i=i||{},Object.assign(i,Ie)));let lr=e,fr=e,
Qe=!0,Mr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let qe;if(s.kind===void 0&&(qe="kind")){let kr={};r===null?r=[kr]:
r.push(kr),e++}else if(s.kind!==void 0&&s.kind!=="float"){let kr={};r===null?r=[kr]:r.push(kr),e++}}var de=Mr===e;if(e=fr,
r!==null&&(fr?r.length=fr:r=null),de){let qe=e;if(e===qe)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ue;if(s.kind===
void 0&&(Ue="kind"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:Ue},
message:"must have required property '"+Ue+"'"}],!1;{let Ze=e;for(let Be in s)if(Be!=="kind"){return O.errors=[{instancePath:t,
schemaPath:"#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Be},message:"\
must NOT have additional properties"}],!1;break}if(Ze===e&&s.kind!==void 0&&s.kind!=="float")return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/5/then/properties/kind/const",keyword:"const",params:{allowedValue:"float"},message:"must be\
 equal to constant"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var de=qe===e;if(Qe=de,Qe)var H=!0}if(!Qe){let qe={instancePath:t,schemaPath:"\
#/allOf/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[qe]:r.push(
qe),e++,O.errors=r,!1}var m=lr===e;if(m){i!==!0&&H!==void 0&&(H===!0?i=!0:(i=i||{},Object.assign(i,H)));let qe=e,kr=e,Ue=!0,
Ze=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Ne;if(s.kind===void 0&&(Ne="kind")){let Ee={};r===null?r=[Ee]:r.push(
Ee),e++}else if(s.kind!==void 0&&s.kind!=="str"){let Ee={};r===null?r=[Ee]:r.push(Ee),e++}}var ee=Ze===e;if(e=kr,r!==null&&
(kr?r.length=kr:r=null),ee){let Ne=e;if(e===Ne)if(s&&typeof s=="object"&&!Array.isArray(s)){let y;if(s.kind===void 0&&(y=
"kind"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty:y},
message:"must have required property '"+y+"'"}],!1;{let ye=e;for(let Te in s)if(Te!=="kind"){return O.errors=[{instancePath:t,
schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Te},message:"\
must NOT have additional properties"}],!1;break}if(ye===e&&s.kind!==void 0&&s.kind!=="str")return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/6/then/properties/kind/const",keyword:"const",params:{allowedValue:"str"},message:"must be e\
qual to constant"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var ee=Ne===e;if(Ue=ee,Ue)var ir=!0}if(!Ue){let Ne={instancePath:t,schemaPath:"#/\
allOf/6/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Ne]:r.push(
Ne),e++,O.errors=r,!1}var m=qe===e;if(m){i!==!0&&ir!==void 0&&(ir===!0?i=!0:(i=i||{},Object.assign(i,ir)));let Ne=e,Ee=e,
y=!0,ye=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let V;if(s.kind===void 0&&(V="kind")){let Z={};r===null?r=[Z]:r.push(
Z),e++}else if(s.kind!==void 0&&s.kind!=="literal"){let Z={};r===null?r=[Z]:r.push(Z),e++}}var a=ye===e;if(e=Ee,r!==null&&
(Ee?r.length=Ee:r=null),a){let V=e;if(e===V)if(s&&typeof s=="object"&&!Array.isArray(s)){let o;if(s.kind===void 0&&(o="k\
ind")||s.value===void 0&&(o="value"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/required",keyword:"requ\
ired",params:{missingProperty:o},message:"must have required property '"+o+"'"}],!1;{let G=e;for(let v in s)if(!(v==="ki\
nd"||v==="value")){return O.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/additionalProperties",keyword:"additional\
Properties",params:{additionalProperty:v},message:"must NOT have additional properties"}],!1;break}if(G===e){if(s.kind!==
void 0){let v=e;if(s.kind!=="literal")return O.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/7/then/properties/kin\
d/const",keyword:"const",params:{allowedValue:"literal"},message:"must be equal to constant"}],!1;var J=v===e}else var J=!0;
if(J)if(s.value!==void 0){let v=s.value,x=e;if(typeof v!="string"&&!(typeof v=="number"&&isFinite(v))&&typeof v!="boolea\
n")return O.errors=[{instancePath:t+"/value",schemaPath:"#/allOf/7/then/properties/value/type",keyword:"type",params:{type:rt.
allOf[7].then.properties.value.type},message:"must be string,number,boolean"}],!1;var J=x===e}else var J=!0}}}else return O.
errors=[{instancePath:t,schemaPath:"#/allOf/7/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var a=V===e;if(y=a,y)var ze=!0}if(!y){let V={instancePath:t,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[V]:r.push(V),e++,O.errors=r,!1}var m=Ne===e;if(m){i!==!0&&
ze!==void 0&&(ze===!0?i=!0:(i=i||{},Object.assign(i,ze)));let V=e,Z=e,o=!0,G=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let x;if(s.kind===void 0&&(x="kind")){let _={};r===null?r=[_]:r.push(_),e++}else if(s.kind!==void 0&&s.kind!=="list"){
let _={};r===null?r=[_]:r.push(_),e++}}var oe=G===e;if(e=Z,r!==null&&(Z?r.length=Z:r=null),oe){let x=e;if(e===x)if(s&&typeof s==
"object"&&!Array.isArray(s)){let c;if(s.kind===void 0&&(c="kind")||s.of===void 0&&(c="of"))return O.errors=[{instancePath:t,
schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty:c},message:"must have required property \
'"+c+"'"}],!1;{let ce=e;for(let h in s)if(!(h==="kind"||h==="of")){return O.errors=[{instancePath:t,schemaPath:"#/allOf/\
8/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additio\
nal properties"}],!1;break}if(ce===e){if(s.kind!==void 0){let h=e;if(s.kind!=="list")return O.errors=[{instancePath:t+"/\
kind",schemaPath:"#/allOf/8/then/properties/kind/const",keyword:"const",params:{allowedValue:"list"},message:"must be eq\
ual to constant"}],!1;var q=h===e}else var q=!0;if(q)if(s.of!==void 0){let h=e;Kr.validate(s.of,{instancePath:t+"/of",parentData:s,
parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);
var q=h===e}else var q=!0}}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var oe=x===e;if(o=oe,o)var k=!0}if(!o){let x={instancePath:t,schemaPath:"#/\
allOf/8/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[x]:r.push(
x),e++,O.errors=r,!1}var m=V===e;if(m){i!==!0&&k!==void 0&&(k===!0?i=!0:(i=i||{},Object.assign(i,k)));let x=e,_=e,c=!0,ce=e;
if(s&&typeof s=="object"&&!Array.isArray(s)){let re;if(s.kind===void 0&&(re="kind")){let d={};r===null?r=[d]:r.push(d),e++}else if(s.
kind!==void 0&&s.kind!=="dict"){let d={};r===null?r=[d]:r.push(d),e++}}var me=ce===e;if(e=_,r!==null&&(_?r.length=_:r=null),
me){let re=e;if(e===re)if(s&&typeof s=="object"&&!Array.isArray(s)){let p;if(s.kind===void 0&&(p="kind")||s.of===void 0&&
(p="of"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{missingProperty:p},
message:"must have required property '"+p+"'"}],!1;{let L=e;for(let Q in s)if(!(Q==="kind"||Q==="of")){return O.errors=[
{instancePath:t,schemaPath:"#/allOf/9/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Q},
message:"must NOT have additional properties"}],!1;break}if(L===e){if(s.kind!==void 0){let Q=e;if(s.kind!=="dict")return O.
errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/9/then/properties/kind/const",keyword:"const",params:{allowedValue:"\
dict"},message:"must be equal to constant"}],!1;var rr=Q===e}else var rr=!0;if(rr)if(s.of!==void 0){let Q=e;Kr.validate(
s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?Kr.validate.errors:
r.concat(Kr.validate.errors),e=r.length);var rr=Q===e}else var rr=!0}}}else return O.errors=[{instancePath:t,schemaPath:"\
#/allOf/9/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var me=re===e;if(c=me,c)var Y=!0}
if(!c){let re={instancePath:t,schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[re]:r.push(re),e++,O.errors=r,!1}var m=x===e;if(m){i!==!0&&Y!==void 0&&(Y===!0?i=!0:(i=
i||{},Object.assign(i,Y)));let re=e,d=e,p=!0,L=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let fe;if(s.kind===void 0&&
(fe="kind")){let j={};r===null?r=[j]:r.push(j),e++}else if(s.kind!==void 0&&s.kind!=="record"){let j={};r===null?r=[j]:r.
push(j),e++}}var K=L===e;if(e=d,r!==null&&(d?r.length=d:r=null),K){let fe=e;if(e===fe)if(s&&typeof s=="object"&&!Array.isArray(
s)){let b;if(s.kind===void 0&&(b="kind")||s.open===void 0&&(b="open")||s.fields===void 0&&(b="fields"))return O.errors=[
{instancePath:t,schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty:b},message:"must have r\
equired property '"+b+"'"}],!1;{let R=e;for(let pe in s)if(!(pe==="kind"||pe==="open"||pe==="fields")){return O.errors=[
{instancePath:t,schemaPath:"#/allOf/10/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:pe},
message:"must NOT have additional properties"}],!1;break}if(R===e){if(s.kind!==void 0){let pe=e;if(s.kind!=="record")return O.
errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/10/then/properties/kind/const",keyword:"const",params:{allowedValue:"\
record"},message:"must be equal to constant"}],!1;var P=pe===e}else var P=!0;if(P){if(s.open!==void 0){let pe=e;if(typeof s.
open!="boolean")return O.errors=[{instancePath:t+"/open",schemaPath:"#/allOf/10/then/properties/open/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"}],!1;var P=pe===e}else var P=!0;if(P)if(s.fields!==void 0){let pe=s.fields,
T=e;if(e===T)if(pe&&typeof pe=="object"&&!Array.isArray(pe))for(let f in pe){let $=pe[f],z=e;if(e===z)if($&&typeof $=="o\
bject"&&!Array.isArray($)){let I;if($.type===void 0&&(I="type"))return O.errors=[{instancePath:t+"/fields/"+f.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/required",keyword:"required",
params:{missingProperty:I},message:"must have required property '"+I+"'"}],!1;{let se=e;for(let g in $)if(!(g==="type"||
g==="optional")){return O.errors=[{instancePath:t+"/fields/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allO\
f/10/then/properties/fields/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},
message:"must NOT have additional properties"}],!1;break}if(se===e){if($.type!==void 0){let g=e;Kr.validate($.type,{instancePath:t+
"/fields/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",parentData:$,parentDataProperty:"type",rootData:D,dynamicAnchors:F})||
(r=r===null?Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var Se=g===e}else var Se=!0;if(Se)if($.optional!==
void 0){let g=e;if($.optional!==!0)return O.errors=[{instancePath:t+"/fields/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+
"/optional",schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/properties/optional/const",keyword:"const",
params:{allowedValue:!0},message:"must be equal to constant"}],!1;var Se=g===e}else var Se=!0}}}else return O.errors=[{instancePath:t+
"/fields/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/10/then/properties/fields/additionalProperties/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var ar=z===e;if(!ar)break}else return O.errors=
[{instancePath:t+"/fields",schemaPath:"#/allOf/10/then/properties/fields/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var P=T===e}else var P=!0}}}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/type",
keyword:"type",params:{type:"object"},message:"must be object"}],!1;var K=fe===e;if(p=K,p)var Oe=!0}if(!p){let fe={instancePath:t,
schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[fe]:r.push(fe),e++,O.errors=r,!1}var m=re===e;if(m){i!==!0&&Oe!==void 0&&(Oe===!0?i=!0:(i=i||{},Object.assign(i,Oe)));
let fe=e,j=e,b=!0,R=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let T;if(s.kind===void 0&&(T="kind")){let ie={};r===null?
r=[ie]:r.push(ie),e++}else if(s.kind!==void 0&&s.kind!=="union"){let ie={};r===null?r=[ie]:r.push(ie),e++}}var w=R===e;if(e=
j,r!==null&&(j?r.length=j:r=null),w){let T=e;if(e===T)if(s&&typeof s=="object"&&!Array.isArray(s)){let f;if(s.kind===void 0&&
(f="kind")||s.of===void 0&&(f="of"))return O.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/required",keyword:"requ\
ired",params:{missingProperty:f},message:"must have required property '"+f+"'"}],!1;{let $=e;for(let z in s)if(!(z==="ki\
nd"||z==="of")){return O.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/additionalProperties",keyword:"additionalPr\
operties",params:{additionalProperty:z},message:"must NOT have additional properties"}],!1;break}if($===e){if(s.kind!==void 0){
let z=e;if(s.kind!=="union")return O.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/11/then/properties/kind/const",
keyword:"const",params:{allowedValue:"union"},message:"must be equal to constant"}],!1;var ke=z===e}else var ke=!0;if(ke)
if(s.of!==void 0){let z=s.of,I=e;if(e===I)if(Array.isArray(z)){var Xe=!0;let g=z.length;for(let Ve=0;Ve<g;Ve++){let U=e;
Kr.validate(z[Ve],{instancePath:t+"/of/"+Ve,parentData:z,parentDataProperty:Ve,rootData:D,dynamicAnchors:F})||(r=r===null?
Kr.validate.errors:r.concat(Kr.validate.errors),e=r.length);var Xe=U===e;if(!Xe)break}}else return O.errors=[{instancePath:t+
"/of",schemaPath:"#/allOf/11/then/properties/of/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;
var ke=I===e}else var ke=!0}}}else return O.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var w=T===e;if(b=w,b)var sr=!0}if(!b){let T={instancePath:t,schemaPath:"#/a\
llOf/11/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[T]:r.push(
T),e++,O.errors=r,!1}var m=fe===e;m&&i!==!0&&sr!==void 0&&(sr===!0?i=!0:(i=i||{},Object.assign(i,sr)))}}}}}}}}}}}if(e===
0)if(s&&typeof s=="object"&&!Array.isArray(s)){let B;if(s.kind===void 0&&(B="kind"))return O.errors=[{instancePath:t,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:B},message:"must have required property '"+B+"'"}],!1;if(i!==!0&&
(i=i||{},i.kind=!0),s.kind!==void 0){let le=s.kind;if(!(le==="any"||le==="never"||le==="null"||le==="bool"||le==="int"||
le==="float"||le==="str"||le==="literal"||le==="list"||le==="dict"||le==="record"||le==="union"))return O.errors=[{instancePath:t+
"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues:rt.properties.kind.enum},message:"must \
be equal to one of the allowed values"}],!1}}else return O.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;return O.errors=r,we.props=i,e===0}O.evaluated={dynamicProps:!0,dynamicItems:!1};
var Ye={type:"object",required:["op"],properties:{op:{enum:["call","judge","choose","fork","join","suspend","halt"]}},allOf:[
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
halt"},status:{enum:["completed","failed"]}}}}]};function De(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:D=s,dynamicAnchors:F={}}={}){let r=null,e=0,
we=De.evaluated;if(we.dynamicProps&&(we.props=void 0),we.dynamicItems&&(we.items=void 0),e===0)if(s&&typeof s=="object"&&
!Array.isArray(s)){let Ge;if(s.cases===void 0&&(Ge="cases")||s.otherwise===void 0&&(Ge="otherwise"))return De.errors=[{instancePath:t,
schemaPath:"#/required",keyword:"required",params:{missingProperty:Ge},message:"must have required property '"+Ge+"'"}],
!1;{let i=e;for(let m in s)if(!(m==="cases"||m==="otherwise")){return De.errors=[{instancePath:t,schemaPath:"#/additiona\
lProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"}],
!1;break}if(i===e){if(s.cases!==void 0){let m=s.cases,ne=e;if(e===ne)if(Array.isArray(m)){var M=!0;let Re=m.length;for(let ve=0;ve<
Re;ve++){let xe=m[ve],Je=e;if(e===Je)if(xe&&typeof xe=="object"&&!Array.isArray(xe)){let Pe;if(xe.when===void 0&&(Pe="wh\
en")||xe.to===void 0&&(Pe="to"))return De.errors=[{instancePath:t+"/cases/"+ve,schemaPath:"#/properties/cases/items/requ\
ired",keyword:"required",params:{missingProperty:Pe},message:"must have required property '"+Pe+"'"}],!1;{let Ie=e;for(let de in xe)
if(!(de==="when"||de==="to")){return De.errors=[{instancePath:t+"/cases/"+ve,schemaPath:"#/properties/cases/items/additi\
onalProperties",keyword:"additionalProperties",params:{additionalProperty:de},message:"must NOT have additional properti\
es"}],!1;break}if(Ie===e){if(xe.when!==void 0){let de=xe.when,H=e;if(!(typeof de=="number"&&!(de%1)&&!isNaN(de)&&isFinite(
de)))return De.errors=[{instancePath:t+"/cases/"+ve+"/when",schemaPath:"#/properties/cases/items/properties/when/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"}],!1;if(e===H&&typeof de=="number"&&isFinite(de)&&(de<0||isNaN(de)))
return De.errors=[{instancePath:t+"/cases/"+ve+"/when",schemaPath:"#/properties/cases/items/properties/when/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var _e=H===e}else var _e=!0;if(_e)if(xe.to!==void 0){
let de=xe.to,H=e;if(!(typeof de=="number"&&!(de%1)&&!isNaN(de)&&isFinite(de)))return De.errors=[{instancePath:t+"/cases/"+
ve+"/to",schemaPath:"#/properties/cases/items/properties/to/type",keyword:"type",params:{type:"integer"},message:"must b\
e integer"}],!1;if(e===H&&typeof de=="number"&&isFinite(de)&&(de<0||isNaN(de)))return De.errors=[{instancePath:t+"/cases\
/"+ve+"/to",schemaPath:"#/properties/cases/items/properties/to/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"}],!1;var _e=H===e}else var _e=!0}}}else return De.errors=[{instancePath:t+"/cases/"+ve,schemaPath:"\
#/properties/cases/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var M=Je===e;if(!M)break}}else
return De.errors=[{instancePath:t+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var Me=ne===e}else var Me=!0;if(Me)if(s.otherwise!==void 0){let m=s.otherwise,ne=e,Re=e,ve=!1,xe=e;if(!(typeof m==
"number"&&!(m%1)&&!isNaN(m)&&isFinite(m))){let Pe={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf/\
0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[Pe]:r.push(Pe),e++}if(e===xe&&typeof m==
"number"&&isFinite(m)&&(m<0||isNaN(m))){let Pe={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf/0/m\
inimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[Pe]:r.push(Pe),e++}var Or=xe===
e;ve=ve||Or;let Je=e;if(m!==null){let Pe={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf/1/type",keyword:"\
type",params:{type:"null"},message:"must be null"};r===null?r=[Pe]:r.push(Pe),e++}var Or=Je===e;if(ve=ve||Or,ve)e=Re,r!==
null&&(Re?r.length=Re:r=null);else{let Pe={instancePath:t+"/otherwise",schemaPath:"#/properties/otherwise/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[Pe]:r.push(Pe),e++,De.errors=r,!1}var Me=ne===
e}else var Me=!0}}}else return De.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;return De.errors=r,e===0}De.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};function n(s,{instancePath:t="",
parentData:Js,parentDataProperty:Ws,rootData:D=s,dynamicAnchors:F={}}={}){let r=null,e=0,we=n.evaluated;we.dynamicProps&&
(we.props=void 0),we.dynamicItems&&(we.items=void 0);let M=e,_e=e,Me=!0,Or=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let Ze;if(s.op===void 0&&(Ze="op")){let Be={};r===null?r=[Be]:r.push(Be),e++}else if(s.op!==void 0&&s.op!=="call"){let Be={};
r===null?r=[Be]:r.push(Be),e++}}var Ge=Or===e;if(e=_e,r!==null&&(_e?r.length=_e:r=null),Ge){let Ze=e;if(e===Ze)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Ne;if(s.node===void 0&&(Ne="node")||s.kind===void 0&&(Ne="kind")||s.max_visits===void 0&&
(Ne="max_visits")||s.retry===void 0&&(Ne="retry")||s.timeout_ms===void 0&&(Ne="timeout_ms")||s.on_error===void 0&&(Ne="o\
n_error")||s.writes===void 0&&(Ne="writes")||s.next===void 0&&(Ne="next")||s.op===void 0&&(Ne="op")||s.effect===void 0&&
(Ne="effect")||s.fields===void 0&&(Ne="fields")||s.append_feedback===void 0&&(Ne="append_feedback"))return n.errors=[{instancePath:t,
schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty:Ne},message:"must have required property\
 '"+Ne+"'"}],!1;{let Ee=e;for(let y in s)if(!Cs.call(Ye.allOf[0].then.properties,y)){return n.errors=[{instancePath:t,schemaPath:"\
#/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have\
 additional properties"}],!1;break}if(Ee===e){if(s.node!==void 0){let y=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+
"/node",schemaPath:"#/allOf/0/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var i=y===e}else var i=!0;if(i){if(s.kind!==void 0){let y=s.kind,ye=e;if(!(y==="model"||y==="tool"||y==="http"||y==="\
branch"||y==="parallel"||y==="join"||y==="wait"||y==="human_approval"||y==="eval"||y==="end"))return n.errors=[{instancePath:t+
"/kind",schemaPath:"#/allOf/0/then/properties/kind/enum",keyword:"enum",params:{allowedValues:Ye.allOf[0].then.properties.
kind.enum},message:"must be equal to one of the allowed values"}],!1;var i=ye===e}else var i=!0;if(i){if(s.description!==
void 0){let y=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/0/\
then/properties/description/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var i=y===e}else var i=!0;
if(i){if(s.labels!==void 0){let y=s.labels,ye=e;if(e===ye)if(y&&typeof y=="object"&&!Array.isArray(y))for(let V in y){let Z=e;
if(typeof y[V]!="string")return n.errors=[{instancePath:t+"/labels/"+V.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/allOf/0/then/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"}],!1;var m=Z===e;if(!m)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/0/then/properties/la\
bels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var i=ye===e}else var i=!0;if(i){if(s.max_visits!==
void 0){let y=s.max_visits,ye=e;if(!(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y)))return n.errors=[{instancePath:t+
"/max_visits",schemaPath:"#/allOf/0/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"mus\
t be integer"}],!1;if(e===ye&&typeof y=="number"&&isFinite(y)&&(y<1||isNaN(y)))return n.errors=[{instancePath:t+"/max_vi\
sits",schemaPath:"#/allOf/0/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"\
must be >= 1"}],!1;var i=ye===e}else var i=!0;if(i){if(s.retry!==void 0){let y=s.retry,ye=e,Te=e,V=!1,Z=e;if(e===Z)if(y&&
typeof y=="object"&&!Array.isArray(y)){let v;if(y.max_attempts===void 0&&(v="max_attempts")||y.backoff===void 0&&(v="bac\
koff")||y.delay_ms===void 0&&(v="delay_ms")||y.max_delay_ms===void 0&&(v="max_delay_ms")||y.jitter===void 0&&(v="jitter")){
let x={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/required",keyword:"required",params:{
missingProperty:v},message:"must have required property '"+v+"'"};r===null?r=[x]:r.push(x),e++}else{let x=e;for(let _ in y)
if(!(_==="max_attempts"||_==="backoff"||_==="delay_ms"||_==="max_delay_ms"||_==="jitter"||_==="on")){let c={instancePath:t+
"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:_},message:"must NOT have additional properties"};r===null?r=[c]:r.push(c),e++;break}if(x===e){if(y.max_attempts!==
void 0){let _=y.max_attempts,c=e;if(!(typeof _=="number"&&!(_%1)&&!isNaN(_)&&isFinite(_))){let ce={instancePath:t+"/retr\
y/max_attempts",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/max_attempts/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};r===null?r=[ce]:r.push(ce),e++}if(e===c&&typeof _=="number"&&isFinite(_)&&(_<
1||isNaN(_))){let ce={instancePath:t+"/retry/max_attempts",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/propertie\
s/max_attempts/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"};r===null?r=[ce]:r.push(
ce),e++}var ne=c===e}else var ne=!0;if(ne){if(y.backoff!==void 0){let _=y.backoff,c=e;if(!(_==="constant"||_==="linear"||
_==="exponential")){let h={instancePath:t+"/retry/backoff",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/propertie\
s/backoff/enum",keyword:"enum",params:{allowedValues:Ye.allOf[0].then.properties.retry.anyOf[0].properties.backoff.enum},
message:"must be equal to one of the allowed values"};r===null?r=[h]:r.push(h),e++}var ne=c===e}else var ne=!0;if(ne){if(y.
delay_ms!==void 0){let _=y.delay_ms,c=e;if(!(typeof _=="number"&&!(_%1)&&!isNaN(_)&&isFinite(_))){let h={instancePath:t+
"/retry/delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/delay_ms/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===c&&typeof _=="number"&&isFinite(_)&&(_<0||isNaN(
_))){let h={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/delay_ms/min\
imum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[h]:r.push(h),e++}var ne=c===
e}else var ne=!0;if(ne){if(y.max_delay_ms!==void 0){let _=y.max_delay_ms,c=e;if(!(typeof _=="number"&&!(_%1)&&!isNaN(_)&&
isFinite(_))){let h={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties\
/max_delay_ms/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===
c&&typeof _=="number"&&isFinite(_)&&(_<0||isNaN(_))){let h={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allOf/0/t\
hen/properties/retry/anyOf/0/properties/max_delay_ms/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"};r===null?r=[h]:r.push(h),e++}var ne=c===e}else var ne=!0;if(ne){if(y.jitter!==void 0){let _=e;if(typeof y.
jitter!="boolean"){let ce={instancePath:t+"/retry/jitter",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties\
/jitter/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};r===null?r=[ce]:r.push(ce),e++}var ne=_===
e}else var ne=!0;if(ne)if(y.on!==void 0){let _=y.on,c=e;if(e===c)if(Array.isArray(_)){var Re=!0;let h=_.length;for(let re=0;re<
h;re++){let d=_[re],p=e,L=e,Q=!1,fe=e;if(!(d==="timeout"||d==="rate_limited"||d==="model_overloaded"||d==="server_error"||
d==="io_error"||d==="connection_reset"||d==="tool_error"||d==="http_status"||d==="state_type_mismatch"||d==="output_inva\
lid"||d==="expression_error"||d==="no_branch_matched"||d==="policy_denied"||d==="approval_required"||d==="approval_rejec\
ted"||d==="budget_exceeded"||d==="eval_failed"||d==="capability_mismatch"||d==="delegate_unreachable"||d==="trust_crossi\
ng_denied"||d==="verification_failed"||d==="partial_completion"||d==="scope_narrowing_failed"||d==="tool_drift"||d==="ou\
tput_limit"||d==="guard_refused"||d==="missing_secret"||d==="node_failed"||d==="uncertain"||d==="cancelled"||d==="workfl\
ow_timeout"||d==="limit_exceeded"||d==="not_configured"||d==="reply_missing")){let R={instancePath:t+"/retry/on/"+re,schemaPath:"\
#/allOf/0/then/properties/retry/anyOf/0/properties/on/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:Ye.allOf[0].
then.properties.retry.anyOf[0].properties.on.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};
r===null?r=[R]:r.push(R),e++}var ve=fe===e;Q=Q||ve;let j=e;if(!(typeof d=="number"&&!(d%1)&&!isNaN(d)&&isFinite(d))){let R={
instancePath:t+"/retry/on/"+re,schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/properties/on/items/anyOf/1/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};r===null?r=[R]:r.push(R),e++}var ve=j===e;if(Q=Q||ve,Q)e=L,r!==
null&&(L?r.length=L:r=null);else{let R={instancePath:t+"/retry/on/"+re,schemaPath:"#/allOf/0/then/properties/retry/anyOf\
/0/properties/on/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};r===null?r=[R]:r.push(R),
e++}var Re=p===e;if(!Re)break}}else{let h={instancePath:t+"/retry/on",schemaPath:"#/allOf/0/then/properties/retry/anyOf/\
0/properties/on/type",keyword:"type",params:{type:"array"},message:"must be array"};r===null?r=[h]:r.push(h),e++}var ne=c===
e}else var ne=!0}}}}}}}else{let v={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/0/type",keyword:"\
type",params:{type:"object"},message:"must be object"};r===null?r=[v]:r.push(v),e++}var xe=Z===e;V=V||xe;let o=e;if(y!==
null){let v={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf/1/type",keyword:"type",params:{type:"\
null"},message:"must be null"};r===null?r=[v]:r.push(v),e++}var xe=o===e;if(V=V||xe,V)e=Te,r!==null&&(Te?r.length=Te:r=null);else{
let v={instancePath:t+"/retry",schemaPath:"#/allOf/0/then/properties/retry/anyOf",keyword:"anyOf",params:{},message:"mus\
t match a schema in anyOf"};return r===null?r=[v]:r.push(v),e++,n.errors=r,!1}var i=ye===e}else var i=!0;if(i){if(s.timeout_ms!==
void 0){let y=s.timeout_ms,ye=e,Te=e,V=!1,Z=e;if(!(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y))){let v={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[v]:r.push(v),e++}if(e===Z&&typeof y=="number"&&isFinite(y)&&(y<0||isNaN(y))){let v={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",
limit:0},message:"must be >= 0"};r===null?r=[v]:r.push(v),e++}var Je=Z===e;V=V||Je;let o=e;if(y!==null){let v={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[v]:r.push(v),e++}var Je=o===e;if(V=V||Je,V)e=Te,r!==null&&(Te?r.length=Te:r=null);else{let v={
instancePath:t+"/timeout_ms",schemaPath:"#/allOf/0/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};return r===null?r=[v]:r.push(v),e++,n.errors=r,!1}var i=ye===e}else var i=!0;if(i){if(s.on_error!==
void 0){let y=s.on_error,ye=e,Te=e,V=!1,Z=e;if(!(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y))){let v={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[v]:r.push(v),e++}if(e===Z&&typeof y=="number"&&isFinite(y)&&(y<0||isNaN(y))){let v={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"};r===null?r=[v]:r.push(v),e++}var Ke=Z===e;V=V||Ke;let o=e;if(y!==null){let v={instancePath:t+"/o\
n_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must \
be null"};r===null?r=[v]:r.push(v),e++}var Ke=o===e;if(V=V||Ke,V)e=Te,r!==null&&(Te?r.length=Te:r=null);else{let v={instancePath:t+
"/on_error",schemaPath:"#/allOf/0/then/properties/on_error/anyOf",keyword:"anyOf",params:{},message:"must match a schema\
 in anyOf"};return r===null?r=[v]:r.push(v),e++,n.errors=r,!1}var i=ye===e}else var i=!0;if(i){if(s.writes!==void 0){let y=s.
writes,ye=e;if(e===ye)if(Array.isArray(y)){var Pe=!0;let V=y.length;for(let Z=0;Z<V;Z++){let o=y[Z],G=e;if(e===G)if(o&&typeof o==
"object"&&!Array.isArray(o)){let x;if(o.key===void 0&&(x="key"))return n.errors=[{instancePath:t+"/writes/"+Z,schemaPath:"\
#/allOf/0/then/properties/writes/items/required",keyword:"required",params:{missingProperty:x},message:"must have requir\
ed property '"+x+"'"}],!1;{let _=e;for(let c in o)if(!(c==="key"||c==="part")){return n.errors=[{instancePath:t+"/writes\
/"+Z,schemaPath:"#/allOf/0/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},
message:"must NOT have additional properties"}],!1;break}if(_===e){if(o.key!==void 0){let c=e;if(typeof o.key!="string")
return n.errors=[{instancePath:t+"/writes/"+Z+"/key",schemaPath:"#/allOf/0/then/properties/writes/items/properties/key/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Ie=c===e}else var Ie=!0;if(Ie)if(o.part!==void 0){
let c=e;if(typeof o.part!="string")return n.errors=[{instancePath:t+"/writes/"+Z+"/part",schemaPath:"#/allOf/0/then/prop\
erties/writes/items/properties/part/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Ie=c===
e}else var Ie=!0}}}else return n.errors=[{instancePath:t+"/writes/"+Z,schemaPath:"#/allOf/0/then/properties/writes/items\
/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Pe=G===e;if(!Pe)break}}else return n.errors=
[{instancePath:t+"/writes",schemaPath:"#/allOf/0/then/properties/writes/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var i=ye===e}else var i=!0;if(i){if(s.next!==void 0){let y=s.next,ye=e,Te=e,V=!1,Z=e;De(y,{instancePath:t+
"/next",parentData:s,parentDataProperty:"next",rootData:D,dynamicAnchors:F})||(r=r===null?De.errors:r.concat(De.errors),
e=r.length);var de=Z===e;V=V||de;let o=e;if(y!==null){let v={instancePath:t+"/next",schemaPath:"#/allOf/0/then/propertie\
s/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[v]:r.push(v),e++}var de=o===
e;if(V=V||de,V)e=Te,r!==null&&(Te?r.length=Te:r=null);else{let v={instancePath:t+"/next",schemaPath:"#/allOf/0/then/prop\
erties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[v]:r.push(v),e++,
n.errors=r,!1}var i=ye===e}else var i=!0;if(i){if(s.op!==void 0){let y=e;if(s.op!=="call")return n.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/0/then/properties/op/const",keyword:"const",params:{allowedValue:"call"},message:"must be equa\
l to constant"}],!1;var i=y===e}else var i=!0;if(i){if(s.effect!==void 0){let y=s.effect,ye=e;if(!(y==="read"||y==="idem\
potent"||y==="once"))return n.errors=[{instancePath:t+"/effect",schemaPath:"#/allOf/0/then/properties/effect/enum",keyword:"\
enum",params:{allowedValues:Ye.allOf[0].then.properties.effect.enum},message:"must be equal to one of the allowed values"}],
!1;var i=ye===e}else var i=!0;if(i){if(s.fields!==void 0){let y=s.fields,ye=e;if(!(y&&typeof y=="object"&&!Array.isArray(
y)))return n.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/0/then/properties/fields/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var i=ye===e}else var i=!0;if(i)if(s.append_feedback!==void 0){let y=e;if(typeof s.
append_feedback!="boolean")return n.errors=[{instancePath:t+"/append_feedback",schemaPath:"#/allOf/0/then/properties/app\
end_feedback/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"}],!1;var i=y===e}else var i=!0}}}}}}}}}}}}}}}else
return n.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Ge=Ze===e;if(Me=Ge,Me)var H=!0}if(!Me){let Ze={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Ze]:r.push(Ze),e++,n.errors=r,!1}var ee=M===
e;if(ee){let Ze=e,Be=e,Ne=!0,Ee=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ye;if(s.op===void 0&&(ye="op")){let Te={};
r===null?r=[Te]:r.push(Te),e++}else if(s.op!==void 0&&s.op!=="judge"){let Te={};r===null?r=[Te]:r.push(Te),e++}}var ir=Ee===
e;if(e=Be,r!==null&&(Be?r.length=Be:r=null),ir){let ye=e;if(e===ye)if(s&&typeof s=="object"&&!Array.isArray(s)){let V;if(s.
node===void 0&&(V="node")||s.kind===void 0&&(V="kind")||s.max_visits===void 0&&(V="max_visits")||s.retry===void 0&&(V="r\
etry")||s.timeout_ms===void 0&&(V="timeout_ms")||s.on_error===void 0&&(V="on_error")||s.writes===void 0&&(V="writes")||s.
next===void 0&&(V="next")||s.op===void 0&&(V="op")||s.subject===void 0&&(V="subject")||s.fields===void 0&&(V="fields")||
s.on_fail===void 0&&(V="on_fail")||s.max_retries===void 0&&(V="max_retries")||s.escalate===void 0&&(V="escalate"))return n.
errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty:V},message:"must\
 have required property '"+V+"'"}],!1;{let Z=e;for(let o in s)if(!Cs.call(Ye.allOf[1].then.properties,o)){return n.errors=
[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},
message:"must NOT have additional properties"}],!1;break}if(Z===e){if(s.node!==void 0){let o=e;if(typeof s.node!="string")
return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/1/then/properties/node/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"}],!1;var a=o===e}else var a=!0;if(a){if(s.kind!==void 0){let o=s.kind,G=e;if(!(o==="mod\
el"||o==="tool"||o==="http"||o==="branch"||o==="parallel"||o==="join"||o==="wait"||o==="human_approval"||o==="eval"||o===
"end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/1/then/properties/kind/enum",keyword:"enum",params:{
allowedValues:Ye.allOf[1].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var a=G===
e}else var a=!0;if(a){if(s.description!==void 0){let o=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+
"/description",schemaPath:"#/allOf/1/then/properties/description/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"}],!1;var a=o===e}else var a=!0;if(a){if(s.labels!==void 0){let o=s.labels,G=e;if(e===G)if(o&&typeof o=="ob\
ject"&&!Array.isArray(o))for(let x in o){let _=e;if(typeof o[x]!="string")return n.errors=[{instancePath:t+"/labels/"+x.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/1/then/properties/labels/additionalProperties/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var J=_===e;if(!J)break}else return n.errors=[{instancePath:t+
"/labels",schemaPath:"#/allOf/1/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"}],!1;var a=G===e}else var a=!0;if(a){if(s.max_visits!==void 0){let o=s.max_visits,G=e;if(!(typeof o=="number"&&!(o%1)&&
!isNaN(o)&&isFinite(o)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/1/then/properties/max_visits/\
type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===G&&typeof o=="number"&&isFinite(o)&&(o<
1||isNaN(o)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/1/then/properties/max_visits/minimum",keyword:"\
minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var a=G===e}else var a=!0;if(a){if(s.retry!==void 0){
let o=s.retry,G=e,v=e,x=!1,_=e;if(e===_)if(o&&typeof o=="object"&&!Array.isArray(o)){let h;if(o.max_attempts===void 0&&(h=
"max_attempts")||o.backoff===void 0&&(h="backoff")||o.delay_ms===void 0&&(h="delay_ms")||o.max_delay_ms===void 0&&(h="ma\
x_delay_ms")||o.jitter===void 0&&(h="jitter")){let re={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/properties/ret\
ry/anyOf/0/required",keyword:"required",params:{missingProperty:h},message:"must have required property '"+h+"'"};r===null?
r=[re]:r.push(re),e++}else{let re=e;for(let d in o)if(!(d==="max_attempts"||d==="backoff"||d==="delay_ms"||d==="max_dela\
y_ms"||d==="jitter"||d==="on")){let p={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/addit\
ionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properti\
es"};r===null?r=[p]:r.push(p),e++;break}if(re===e){if(o.max_attempts!==void 0){let d=o.max_attempts,p=e;if(!(typeof d=="\
number"&&!(d%1)&&!isNaN(d)&&isFinite(d))){let L={instancePath:t+"/retry/max_attempts",schemaPath:"#/allOf/1/then/propert\
ies/retry/anyOf/0/properties/max_attempts/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?
r=[L]:r.push(L),e++}if(e===p&&typeof d=="number"&&isFinite(d)&&(d<1||isNaN(d))){let L={instancePath:t+"/retry/max_attemp\
ts",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/max_attempts/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:1},message:"must be >= 1"};r===null?r=[L]:r.push(L),e++}var ze=p===e}else var ze=!0;if(ze){if(o.backoff!==void 0){
let d=o.backoff,p=e;if(!(d==="constant"||d==="linear"||d==="exponential")){let Q={instancePath:t+"/retry/backoff",schemaPath:"\
#/allOf/1/then/properties/retry/anyOf/0/properties/backoff/enum",keyword:"enum",params:{allowedValues:Ye.allOf[1].then.properties.
retry.anyOf[0].properties.backoff.enum},message:"must be equal to one of the allowed values"};r===null?r=[Q]:r.push(Q),e++}
var ze=p===e}else var ze=!0;if(ze){if(o.delay_ms!==void 0){let d=o.delay_ms,p=e;if(!(typeof d=="number"&&!(d%1)&&!isNaN(
d)&&isFinite(d))){let Q={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties\
/delay_ms/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[Q]:r.push(Q),e++}if(e===p&&
typeof d=="number"&&isFinite(d)&&(d<0||isNaN(d))){let Q={instancePath:t+"/retry/delay_ms",schemaPath:"#/allOf/1/then/pro\
perties/retry/anyOf/0/properties/delay_ms/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >\
= 0"};r===null?r=[Q]:r.push(Q),e++}var ze=p===e}else var ze=!0;if(ze){if(o.max_delay_ms!==void 0){let d=o.max_delay_ms,p=e;
if(!(typeof d=="number"&&!(d%1)&&!isNaN(d)&&isFinite(d))){let Q={instancePath:t+"/retry/max_delay_ms",schemaPath:"#/allO\
f/1/then/properties/retry/anyOf/0/properties/max_delay_ms/type",keyword:"type",params:{type:"integer"},message:"must be \
integer"};r===null?r=[Q]:r.push(Q),e++}if(e===p&&typeof d=="number"&&isFinite(d)&&(d<0||isNaN(d))){let Q={instancePath:t+
"/retry/max_delay_ms",schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/max_delay_ms/minimum",keyword:"mini\
mum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[Q]:r.push(Q),e++}var ze=p===e}else var ze=!0;if(ze){
if(o.jitter!==void 0){let d=e;if(typeof o.jitter!="boolean"){let L={instancePath:t+"/retry/jitter",schemaPath:"#/allOf/1\
/then/properties/retry/anyOf/0/properties/jitter/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};
r===null?r=[L]:r.push(L),e++}var ze=d===e}else var ze=!0;if(ze)if(o.on!==void 0){let d=o.on,p=e;if(e===p)if(Array.isArray(
d)){var oe=!0;let Q=d.length;for(let fe=0;fe<Q;fe++){let j=d[fe],b=e,R=e,pe=!1,T=e;if(!(j==="timeout"||j==="rate_limited"||
j==="model_overloaded"||j==="server_error"||j==="io_error"||j==="connection_reset"||j==="tool_error"||j==="http_status"||
j==="state_type_mismatch"||j==="output_invalid"||j==="expression_error"||j==="no_branch_matched"||j==="policy_denied"||j===
"approval_required"||j==="approval_rejected"||j==="budget_exceeded"||j==="eval_failed"||j==="capability_mismatch"||j==="\
delegate_unreachable"||j==="trust_crossing_denied"||j==="verification_failed"||j==="partial_completion"||j==="scope_narr\
owing_failed"||j==="tool_drift"||j==="output_limit"||j==="guard_refused"||j==="missing_secret"||j==="node_failed"||j==="\
uncertain"||j==="cancelled"||j==="workflow_timeout"||j==="limit_exceeded"||j==="not_configured"||j==="reply_missing")){let $={
instancePath:t+"/retry/on/"+fe,schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/items/anyOf/0/enum",keyword:"\
enum",params:{allowedValues:Ye.allOf[1].then.properties.retry.anyOf[0].properties.on.items.anyOf[0].enum},message:"must \
be equal to one of the allowed values"};r===null?r=[$]:r.push($),e++}var q=T===e;pe=pe||q;let ie=e;if(!(typeof j=="numbe\
r"&&!(j%1)&&!isNaN(j)&&isFinite(j))){let $={instancePath:t+"/retry/on/"+fe,schemaPath:"#/allOf/1/then/properties/retry/a\
nyOf/0/properties/on/items/anyOf/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[$]:
r.push($),e++}var q=ie===e;if(pe=pe||q,pe)e=R,r!==null&&(R?r.length=R:r=null);else{let $={instancePath:t+"/retry/on/"+fe,
schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/items/anyOf",keyword:"anyOf",params:{},message:"must m\
atch a schema in anyOf"};r===null?r=[$]:r.push($),e++}var oe=b===e;if(!oe)break}}else{let Q={instancePath:t+"/retry/on",
schemaPath:"#/allOf/1/then/properties/retry/anyOf/0/properties/on/type",keyword:"type",params:{type:"array"},message:"mu\
st be array"};r===null?r=[Q]:r.push(Q),e++}var ze=p===e}else var ze=!0}}}}}}}else{let h={instancePath:t+"/retry",schemaPath:"\
#/allOf/1/then/properties/retry/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};r===null?r=
[h]:r.push(h),e++}var k=_===e;x=x||k;let c=e;if(o!==null){let h={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/prop\
erties/retry/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[h]:r.push(h),e++}var k=c===
e;if(x=x||k,x)e=v,r!==null&&(v?r.length=v:r=null);else{let h={instancePath:t+"/retry",schemaPath:"#/allOf/1/then/propert\
ies/retry/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[h]:r.push(h),e++,n.
errors=r,!1}var a=G===e}else var a=!0;if(a){if(s.timeout_ms!==void 0){let o=s.timeout_ms,G=e,v=e,x=!1,_=e;if(!(typeof o==
"number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let h={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/then/properties/tim\
eout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===
_&&typeof o=="number"&&isFinite(o)&&(o<0||isNaN(o))){let h={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/then/prop\
erties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=
[h]:r.push(h),e++}var me=_===e;x=x||me;let c=e;if(o!==null){let h={instancePath:t+"/timeout_ms",schemaPath:"#/allOf/1/th\
en/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=[h]:r.push(
h),e++}var me=c===e;if(x=x||me,x)e=v,r!==null&&(v?r.length=v:r=null);else{let h={instancePath:t+"/timeout_ms",schemaPath:"\
#/allOf/1/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===
null?r=[h]:r.push(h),e++,n.errors=r,!1}var a=G===e}else var a=!0;if(a){if(s.on_error!==void 0){let o=s.on_error,G=e,v=e,
x=!1,_=e;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let h={instancePath:t+"/on_error",schemaPath:"#/allOf\
/1/then/properties/on_error/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"};r===null?r=[
h]:r.push(h),e++}if(e===_&&typeof o=="number"&&isFinite(o)&&(o<0||isNaN(o))){let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be \
>= 0"};r===null?r=[h]:r.push(h),e++}var rr=_===e;x=x||rr;let c=e;if(o!==null){let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};r===null?r=
[h]:r.push(h),e++}var rr=c===e;if(x=x||rr,x)e=v,r!==null&&(v?r.length=v:r=null);else{let h={instancePath:t+"/on_error",schemaPath:"\
#/allOf/1/then/properties/on_error/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?
r=[h]:r.push(h),e++,n.errors=r,!1}var a=G===e}else var a=!0;if(a){if(s.writes!==void 0){let o=s.writes,G=e;if(e===G)if(Array.
isArray(o)){var Y=!0;let x=o.length;for(let _=0;_<x;_++){let c=o[_],ce=e;if(e===ce)if(c&&typeof c=="object"&&!Array.isArray(
c)){let re;if(c.key===void 0&&(re="key"))return n.errors=[{instancePath:t+"/writes/"+_,schemaPath:"#/allOf/1/then/proper\
ties/writes/items/required",keyword:"required",params:{missingProperty:re},message:"must have required property '"+re+"'"}],
!1;{let d=e;for(let p in c)if(!(p==="key"||p==="part")){return n.errors=[{instancePath:t+"/writes/"+_,schemaPath:"#/allO\
f/1/then/properties/writes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:p},message:"\
must NOT have additional properties"}],!1;break}if(d===e){if(c.key!==void 0){let p=e;if(typeof c.key!="string")return n.
errors=[{instancePath:t+"/writes/"+_+"/key",schemaPath:"#/allOf/1/then/properties/writes/items/properties/key/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var K=p===e}else var K=!0;if(K)if(c.part!==void 0){let p=e;if(typeof c.
part!="string")return n.errors=[{instancePath:t+"/writes/"+_+"/part",schemaPath:"#/allOf/1/then/properties/writes/items/\
properties/part/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var K=p===e}else var K=!0}}}else
return n.errors=[{instancePath:t+"/writes/"+_,schemaPath:"#/allOf/1/then/properties/writes/items/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;var Y=ce===e;if(!Y)break}}else return n.errors=[{instancePath:t+"/writes",schemaPath:"\
#/allOf/1/then/properties/writes/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var a=G===e}else
var a=!0;if(a){if(s.next!==void 0){let o=s.next,G=e,v=e,x=!1,_=e;De(o,{instancePath:t+"/next",parentData:s,parentDataProperty:"\
next",rootData:D,dynamicAnchors:F})||(r=r===null?De.errors:r.concat(De.errors),e=r.length);var P=_===e;x=x||P;let c=e;if(o!==
null){let h={instancePath:t+"/next",schemaPath:"#/allOf/1/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"\
null"},message:"must be null"};r===null?r=[h]:r.push(h),e++}var P=c===e;if(x=x||P,x)e=v,r!==null&&(v?r.length=v:r=null);else{
let h={instancePath:t+"/next",schemaPath:"#/allOf/1/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must \
match a schema in anyOf"};return r===null?r=[h]:r.push(h),e++,n.errors=r,!1}var a=G===e}else var a=!0;if(a){if(s.op!==void 0){
let o=e;if(s.op!=="judge")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/1/then/properties/op/const",keyword:"\
const",params:{allowedValue:"judge"},message:"must be equal to constant"}],!1;var a=o===e}else var a=!0;if(a){if(s.subject!==
void 0){let o=s.subject,G=e;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o)))return n.errors=[{instancePath:t+"/\
subject",schemaPath:"#/allOf/1/then/properties/subject/type",keyword:"type",params:{type:"integer"},message:"must be int\
eger"}],!1;if(e===G&&typeof o=="number"&&isFinite(o)&&(o<0||isNaN(o)))return n.errors=[{instancePath:t+"/subject",schemaPath:"\
#/allOf/1/then/properties/subject/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;
var a=G===e}else var a=!0;if(a){if(s.fields!==void 0){let o=s.fields,G=e;if(!(o&&typeof o=="object"&&!Array.isArray(o)))
return n.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/1/then/properties/fields/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var a=G===e}else var a=!0;if(a){if(s.on_fail!==void 0){let o=s.on_fail,G=e;if(!(o===
"retry_with_feedback"||o==="escalate"||o==="halt"||o==="log_and_continue"))return n.errors=[{instancePath:t+"/on_fail",schemaPath:"\
#/allOf/1/then/properties/on_fail/enum",keyword:"enum",params:{allowedValues:Ye.allOf[1].then.properties.on_fail.enum},message:"\
must be equal to one of the allowed values"}],!1;var a=G===e}else var a=!0;if(a){if(s.max_retries!==void 0){let o=s.max_retries,
G=e;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o)))return n.errors=[{instancePath:t+"/max_retries",schemaPath:"\
#/allOf/1/then/properties/max_retries/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
G&&typeof o=="number"&&isFinite(o)&&(o<0||isNaN(o)))return n.errors=[{instancePath:t+"/max_retries",schemaPath:"#/allOf/\
1/then/properties/max_retries/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var a=G===
e}else var a=!0;if(a)if(s.escalate!==void 0){let o=s.escalate,G=e,v=e,x=!1,_=e;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&
isFinite(o))){let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/0/type",keyword:"ty\
pe",params:{type:"integer"},message:"must be integer"};r===null?r=[h]:r.push(h),e++}if(e===_&&typeof o=="number"&&isFinite(
o)&&(o<0||isNaN(o))){let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/0/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};r===null?r=[h]:r.push(h),e++}var Se=_===e;x=x||Se;let c=e;
if(o!==null){let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf/1/type",keyword:"typ\
e",params:{type:"null"},message:"must be null"};r===null?r=[h]:r.push(h),e++}var Se=c===e;if(x=x||Se,x)e=v,r!==null&&(v?
r.length=v:r=null);else{let h={instancePath:t+"/escalate",schemaPath:"#/allOf/1/then/properties/escalate/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[h]:r.push(h),e++,n.errors=r,!1}var a=G===e}else
var a=!0}}}}}}}}}}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var ir=ye===e;if(Ne=ir,Ne)var ar=!0}if(!Ne){let ye={instancePath:t,schemaPath:"#/\
allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ye]:r.push(
ye),e++,n.errors=r,!1}var ee=Ze===e;if(ee){H!==!0&&ar!==void 0&&(ar===!0?H=!0:(H=H||{},Object.assign(H,ar)));let ye=e,Te=e,
V=!0,Z=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let G;if(s.op===void 0&&(G="op")){let v={};r===null?r=[v]:r.push(v),
e++}else if(s.op!==void 0&&s.op!=="choose"){let v={};r===null?r=[v]:r.push(v),e++}}var Oe=Z===e;if(e=Te,r!==null&&(Te?r.
length=Te:r=null),Oe){let G=e;if(e===G)if(s&&typeof s=="object"&&!Array.isArray(s)){let x;if(s.node===void 0&&(x="node")||
s.kind===void 0&&(x="kind")||s.max_visits===void 0&&(x="max_visits")||s.op===void 0&&(x="op")||s.route===void 0&&(x="rou\
te"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:x},
message:"must have required property '"+x+"'"}],!1;{let _=e;for(let c in s)if(!(c==="node"||c==="kind"||c==="description"||
c==="labels"||c==="max_visits"||c==="op"||c==="route")){return n.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/addi\
tionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional propert\
ies"}],!1;break}if(_===e){if(s.node!==void 0){let c=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+"/node",
schemaPath:"#/allOf/2/then/properties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var w=c===
e}else var w=!0;if(w){if(s.kind!==void 0){let c=s.kind,ce=e;if(!(c==="model"||c==="tool"||c==="http"||c==="branch"||c===
"parallel"||c==="join"||c==="wait"||c==="human_approval"||c==="eval"||c==="end"))return n.errors=[{instancePath:t+"/kind",
schemaPath:"#/allOf/2/then/properties/kind/enum",keyword:"enum",params:{allowedValues:Ye.allOf[2].then.properties.kind.enum},
message:"must be equal to one of the allowed values"}],!1;var w=ce===e}else var w=!0;if(w){if(s.description!==void 0){let c=e;
if(typeof s.description!="string")return n.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/2/then/properties/\
description/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var w=c===e}else var w=!0;if(w){if(s.
labels!==void 0){let c=s.labels,ce=e;if(e===ce)if(c&&typeof c=="object"&&!Array.isArray(c))for(let re in c){let d=e;if(typeof c[re]!=
"string")return n.errors=[{instancePath:t+"/labels/"+re.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/2/the\
n/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var ke=d===
e;if(!ke)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/2/then/properties/labels/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var w=ce===e}else var w=!0;if(w){if(s.max_visits!==void 0){let c=s.
max_visits,ce=e;if(!(typeof c=="number"&&!(c%1)&&!isNaN(c)&&isFinite(c)))return n.errors=[{instancePath:t+"/max_visits",
schemaPath:"#/allOf/2/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],
!1;if(e===ce&&typeof c=="number"&&isFinite(c)&&(c<1||isNaN(c)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"\
#/allOf/2/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],
!1;var w=ce===e}else var w=!0;if(w){if(s.op!==void 0){let c=e;if(s.op!=="choose")return n.errors=[{instancePath:t+"/op",
schemaPath:"#/allOf/2/then/properties/op/const",keyword:"const",params:{allowedValue:"choose"},message:"must be equal to\
 constant"}],!1;var w=c===e}else var w=!0;if(w)if(s.route!==void 0){let c=e;De(s.route,{instancePath:t+"/route",parentData:s,
parentDataProperty:"route",rootData:D,dynamicAnchors:F})||(r=r===null?De.errors:r.concat(De.errors),e=r.length);var w=c===
e}else var w=!0}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Oe=G===e;if(V=Oe,V)var Xe=!0}if(!V){let G={instancePath:t,schemaPath:"#/allOf\
/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[G]:r.push(G),e++,
n.errors=r,!1}var ee=ye===e;if(ee){H!==!0&&Xe!==void 0&&(Xe===!0?H=!0:(H=H||{},Object.assign(H,Xe)));let G=e,v=e,x=!0,_=e;
if(s&&typeof s=="object"&&!Array.isArray(s)){let ce;if(s.op===void 0&&(ce="op")){let h={};r===null?r=[h]:r.push(h),e++}else if(s.
op!==void 0&&s.op!=="fork"){let h={};r===null?r=[h]:r.push(h),e++}}var sr=_===e;if(e=v,r!==null&&(v?r.length=v:r=null),sr){
let ce=e;if(e===ce)if(s&&typeof s=="object"&&!Array.isArray(s)){let re;if(s.node===void 0&&(re="node")||s.kind===void 0&&
(re="kind")||s.max_visits===void 0&&(re="max_visits")||s.op===void 0&&(re="op")||s.branches===void 0&&(re="branches")||s.
join===void 0&&(re="join"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{
missingProperty:re},message:"must have required property '"+re+"'"}],!1;{let d=e;for(let p in s)if(!(p==="node"||p==="ki\
nd"||p==="description"||p==="labels"||p==="max_visits"||p==="op"||p==="branches"||p==="join")){return n.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:p},message:"m\
ust NOT have additional properties"}],!1;break}if(d===e){if(s.node!==void 0){let p=e;if(typeof s.node!="string")return n.
errors=[{instancePath:t+"/node",schemaPath:"#/allOf/3/then/properties/node/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var B=p===e}else var B=!0;if(B){if(s.kind!==void 0){let p=s.kind,L=e;if(!(p==="model"||p==="tool"||
p==="http"||p==="branch"||p==="parallel"||p==="join"||p==="wait"||p==="human_approval"||p==="eval"||p==="end"))return n.
errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/3/then/properties/kind/enum",keyword:"enum",params:{allowedValues:Ye.
allOf[3].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],!1;var B=L===e}else var B=!0;
if(B){if(s.description!==void 0){let p=e;if(typeof s.description!="string")return n.errors=[{instancePath:t+"/descriptio\
n",schemaPath:"#/allOf/3/then/properties/description/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var B=p===e}else var B=!0;if(B){if(s.labels!==void 0){let p=s.labels,L=e;if(e===L)if(p&&typeof p=="object"&&!Array.isArray(
p))for(let fe in p){let j=e;if(typeof p[fe]!="string")return n.errors=[{instancePath:t+"/labels/"+fe.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/allOf/3/then/properties/labels/additionalProperties/type",keyword:"type",params:{type:"\
string"},message:"must be string"}],!1;var le=j===e;if(!le)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"\
#/allOf/3/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var B=L===e}else
var B=!0;if(B){if(s.max_visits!==void 0){let p=s.max_visits,L=e;if(!(typeof p=="number"&&!(p%1)&&!isNaN(p)&&isFinite(p)))
return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/3/then/properties/max_visits/type",keyword:"type",params:{
type:"integer"},message:"must be integer"}],!1;if(e===L&&typeof p=="number"&&isFinite(p)&&(p<1||isNaN(p)))return n.errors=
[{instancePath:t+"/max_visits",schemaPath:"#/allOf/3/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:1},message:"must be >= 1"}],!1;var B=L===e}else var B=!0;if(B){if(s.op!==void 0){let p=e;if(s.op!=="fork")return n.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/3/then/properties/op/const",keyword:"const",params:{allowedValue:"fork"},
message:"must be equal to constant"}],!1;var B=p===e}else var B=!0;if(B){if(s.branches!==void 0){let p=s.branches,L=e;if(e===
L)if(Array.isArray(p)){var Le=!0;let fe=p.length;for(let j=0;j<fe;j++){let b=p[j],R=e;if(!(typeof b=="number"&&!(b%1)&&!isNaN(
b)&&isFinite(b)))return n.errors=[{instancePath:t+"/branches/"+j,schemaPath:"#/allOf/3/then/properties/branches/items/ty\
pe",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===R&&typeof b=="number"&&isFinite(b)&&(b<
0||isNaN(b)))return n.errors=[{instancePath:t+"/branches/"+j,schemaPath:"#/allOf/3/then/properties/branches/items/minimu\
m",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var Le=R===e;if(!Le)break}}else return n.
errors=[{instancePath:t+"/branches",schemaPath:"#/allOf/3/then/properties/branches/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"}],!1;var B=L===e}else var B=!0;if(B)if(s.join!==void 0){let p=s.join,L=e;if(!(typeof p=="n\
umber"&&!(p%1)&&!isNaN(p)&&isFinite(p)))return n.errors=[{instancePath:t+"/join",schemaPath:"#/allOf/3/then/properties/j\
oin/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===L&&typeof p=="number"&&isFinite(p)&&
(p<0||isNaN(p)))return n.errors=[{instancePath:t+"/join",schemaPath:"#/allOf/3/then/properties/join/minimum",keyword:"mi\
nimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var B=L===e}else var B=!0}}}}}}}}}else return n.errors=
[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var sr=ce===
e;if(x=sr,x)var gr=!0}if(!x){let ce={instancePath:t,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword:"then"},
message:'must match "then" schema'};return r===null?r=[ce]:r.push(ce),e++,n.errors=r,!1}var ee=G===e;if(ee){H!==!0&&gr!==
void 0&&(gr===!0?H=!0:(H=H||{},Object.assign(H,gr)));let ce=e,h=e,re=!0,d=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let L;if(s.op===void 0&&(L="op")){let Q={};r===null?r=[Q]:r.push(Q),e++}else if(s.op!==void 0&&s.op!=="join"){let Q={};r===
null?r=[Q]:r.push(Q),e++}}var We=d===e;if(e=h,r!==null&&(h?r.length=h:r=null),We){let L=e;if(e===L)if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let fe;if(s.node===void 0&&(fe="node")||s.kind===void 0&&(fe="kind")||s.max_visits===void 0&&(fe=
"max_visits")||s.writes===void 0&&(fe="writes")||s.next===void 0&&(fe="next")||s.op===void 0&&(fe="op")||s.wait_for===void 0&&
(fe="wait_for")||s.merge===void 0&&(fe="merge"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/required",keyword:"\
required",params:{missingProperty:fe},message:"must have required property '"+fe+"'"}],!1;{let j=e;for(let b in s)if(!Cs.
call(Ye.allOf[4].then.properties,b)){return n.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:b},message:"must NOT have additional properties"}],!1;break}if(j===e){if(s.
node!==void 0){let b=e;if(typeof s.node!="string")return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/4/then/pr\
operties/node/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var W=b===e}else var W=!0;if(W){
if(s.kind!==void 0){let b=s.kind,R=e;if(!(b==="model"||b==="tool"||b==="http"||b==="branch"||b==="parallel"||b==="join"||
b==="wait"||b==="human_approval"||b==="eval"||b==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/4/\
then/properties/kind/enum",keyword:"enum",params:{allowedValues:Ye.allOf[4].then.properties.kind.enum},message:"must be \
equal to one of the allowed values"}],!1;var W=R===e}else var W=!0;if(W){if(s.description!==void 0){let b=e;if(typeof s.
description!="string")return n.errors=[{instancePath:t+"/description",schemaPath:"#/allOf/4/then/properties/description/\
type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var W=b===e}else var W=!0;if(W){if(s.labels!==
void 0){let b=s.labels,R=e;if(e===R)if(b&&typeof b=="object"&&!Array.isArray(b))for(let T in b){let ie=e;if(typeof b[T]!=
"string")return n.errors=[{instancePath:t+"/labels/"+T.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/4/then\
/properties/labels/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var be=ie===
e;if(!be)break}else return n.errors=[{instancePath:t+"/labels",schemaPath:"#/allOf/4/then/properties/labels/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var W=R===e}else var W=!0;if(W){if(s.max_visits!==void 0){let b=s.
max_visits,R=e;if(!(typeof b=="number"&&!(b%1)&&!isNaN(b)&&isFinite(b)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"\
#/allOf/4/then/properties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===
R&&typeof b=="number"&&isFinite(b)&&(b<1||isNaN(b)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/4\
/then/properties/max_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var W=R===
e}else var W=!0;if(W){if(s.writes!==void 0){let b=s.writes,R=e;if(e===R)if(Array.isArray(b)){var Fe=!0;let T=b.length;for(let ie=0;ie<
T;ie++){let f=b[ie],$=e;if(e===$)if(f&&typeof f=="object"&&!Array.isArray(f)){let I;if(f.key===void 0&&(I="key"))return n.
errors=[{instancePath:t+"/writes/"+ie,schemaPath:"#/allOf/4/then/properties/writes/items/required",keyword:"required",params:{
missingProperty:I},message:"must have required property '"+I+"'"}],!1;{let se=e;for(let g in f)if(!(g==="key"||g==="part")){
return n.errors=[{instancePath:t+"/writes/"+ie,schemaPath:"#/allOf/4/then/properties/writes/items/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"}],!1;break}if(se===
e){if(f.key!==void 0){let g=e;if(typeof f.key!="string")return n.errors=[{instancePath:t+"/writes/"+ie+"/key",schemaPath:"\
#/allOf/4/then/properties/writes/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"}],!1;var Ae=g===e}else var Ae=!0;if(Ae)if(f.part!==void 0){let g=e;if(typeof f.part!="string")return n.errors=[{instancePath:t+
"/writes/"+ie+"/part",schemaPath:"#/allOf/4/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"\
string"},message:"must be string"}],!1;var Ae=g===e}else var Ae=!0}}}else return n.errors=[{instancePath:t+"/writes/"+ie,
schemaPath:"#/allOf/4/then/properties/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var Fe=$===e;if(!Fe)break}}else return n.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/4/then/properties/writ\
es/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var W=R===e}else var W=!0;if(W){if(s.next!==void 0){
let b=s.next,R=e,pe=e,T=!1,ie=e;De(b,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:D,dynamicAnchors:F})||
(r=r===null?De.errors:r.concat(De.errors),e=r.length);var C=ie===e;T=T||C;let f=e;if(b!==null){let z={instancePath:t+"/n\
ext",schemaPath:"#/allOf/4/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};
r===null?r=[z]:r.push(z),e++}var C=f===e;if(T=T||C,T)e=pe,r!==null&&(pe?r.length=pe:r=null);else{let z={instancePath:t+"\
/next",schemaPath:"#/allOf/4/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
return r===null?r=[z]:r.push(z),e++,n.errors=r,!1}var W=R===e}else var W=!0;if(W){if(s.op!==void 0){let b=e;if(s.op!=="j\
oin")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/4/then/properties/op/const",keyword:"const",params:{allowedValue:"\
join"},message:"must be equal to constant"}],!1;var W=b===e}else var W=!0;if(W){if(s.wait_for!==void 0){let b=s.wait_for,
R=e;if(e===R)if(Array.isArray(b)){var ae=!0;let T=b.length;for(let ie=0;ie<T;ie++){let f=b[ie],$=e;if(!(typeof f=="numbe\
r"&&!(f%1)&&!isNaN(f)&&isFinite(f)))return n.errors=[{instancePath:t+"/wait_for/"+ie,schemaPath:"#/allOf/4/then/properti\
es/wait_for/items/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===$&&typeof f=="numbe\
r"&&isFinite(f)&&(f<0||isNaN(f)))return n.errors=[{instancePath:t+"/wait_for/"+ie,schemaPath:"#/allOf/4/then/properties/\
wait_for/items/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var ae=$===e;if(!ae)
break}}else return n.errors=[{instancePath:t+"/wait_for",schemaPath:"#/allOf/4/then/properties/wait_for/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"}],!1;var W=R===e}else var W=!0;if(W)if(s.merge!==void 0){let b=s.merge,
R=e,pe=e,T=!1,ie=e;if(!(b==="last_writer"||b==="collect"||b==="first")){let z={instancePath:t+"/merge",schemaPath:"#/all\
Of/4/then/properties/merge/anyOf/0/enum",keyword:"enum",params:{allowedValues:Ye.allOf[4].then.properties.merge.anyOf[0].
enum},message:"must be equal to one of the allowed values"};r===null?r=[z]:r.push(z),e++}var $e=ie===e;T=T||$e;let f=e;if(e===
f)if(b&&typeof b=="object"&&!Array.isArray(b)){let z;if(b.module===void 0&&(z="module")||b.function===void 0&&(z="functi\
on")){let I={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/required",keyword:"required",params:{
missingProperty:z},message:"must have required property '"+z+"'"};r===null?r=[I]:r.push(I),e++}else{let I=e;for(let se in b)
if(!(se==="module"||se==="function")){let g={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:se},message:"must NOT have additional p\
roperties"};r===null?r=[g]:r.push(g),e++;break}if(I===e){if(b.module!==void 0){let se=e;if(typeof b.module!="string"){let g={
instancePath:t+"/merge/module",schemaPath:"#/allOf/4/then/properties/merge/anyOf/1/properties/module/type",keyword:"type",
params:{type:"string"},message:"must be string"};r===null?r=[g]:r.push(g),e++}var Ce=se===e}else var Ce=!0;if(Ce)if(b.function!==
void 0){let se=e;if(typeof b.function!="string"){let Ve={instancePath:t+"/merge/function",schemaPath:"#/allOf/4/then/pro\
perties/merge/anyOf/1/properties/function/type",keyword:"type",params:{type:"string"},message:"must be string"};r===null?
r=[Ve]:r.push(Ve),e++}var Ce=se===e}else var Ce=!0}}}else{let z={instancePath:t+"/merge",schemaPath:"#/allOf/4/then/prop\
erties/merge/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};r===null?r=[z]:r.push(z),e++}
var $e=f===e;if(T=T||$e,T)e=pe,r!==null&&(pe?r.length=pe:r=null);else{let z={instancePath:t+"/merge",schemaPath:"#/allOf\
/4/then/properties/merge/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};return r===null?r=[z]:
r.push(z),e++,n.errors=r,!1}var W=R===e}else var W=!0}}}}}}}}}}}else return n.errors=[{instancePath:t,schemaPath:"#/allO\
f/4/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var We=L===e;if(re=We,re)var je=!0}if(!re){
let L={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" s\
chema'};return r===null?r=[L]:r.push(L),e++,n.errors=r,!1}var ee=ce===e;if(ee){H!==!0&&je!==void 0&&(je===!0?H=!0:(H=H||
{},Object.assign(H,je)));let L=e,Q=e,fe=!0,j=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let R;if(s.op===void 0&&(R="\
op")){let pe={};r===null?r=[pe]:r.push(pe),e++}else if(s.op!==void 0&&s.op!=="suspend"){let pe={};r===null?r=[pe]:r.push(
pe),e++}}var he=j===e;if(e=Q,r!==null&&(Q?r.length=Q:r=null),he){let R=e;if(e===R)if(s&&typeof s=="object"&&!Array.isArray(
s)){let T;if(s.node===void 0&&(T="node")||s.kind===void 0&&(T="kind")||s.max_visits===void 0&&(T="max_visits")||s.writes===
void 0&&(T="writes")||s.next===void 0&&(T="next")||s.op===void 0&&(T="op")||s.until===void 0&&(T="until")||s.fields===void 0&&
(T="fields")||s.timeout_ms===void 0&&(T="timeout_ms")||s.on_timeout===void 0&&(T="on_timeout")||s.on_rejected===void 0&&
(T="on_rejected"))return n.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:T},
message:"must have required property '"+T+"'"}],!1;{let ie=e;for(let f in s)if(!Cs.call(Ye.allOf[5].then.properties,f)){
return n.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:f},message:"must NOT have additional properties"}],!1;break}if(ie===e){if(s.node!==void 0){let f=e;if(typeof s.
node!="string")return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/5/then/properties/node/type",keyword:"type",
params:{type:"string"},message:"must be string"}],!1;var S=f===e}else var S=!0;if(S){if(s.kind!==void 0){let f=s.kind,$=e;
if(!(f==="model"||f==="tool"||f==="http"||f==="branch"||f==="parallel"||f==="join"||f==="wait"||f==="human_approval"||f===
"eval"||f==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/5/then/properties/kind/enum",keyword:"en\
um",params:{allowedValues:Ye.allOf[5].then.properties.kind.enum},message:"must be equal to one of the allowed values"}],
!1;var S=$===e}else var S=!0;if(S){if(s.description!==void 0){let f=e;if(typeof s.description!="string")return n.errors=
[{instancePath:t+"/description",schemaPath:"#/allOf/5/then/properties/description/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"}],!1;var S=f===e}else var S=!0;if(S){if(s.labels!==void 0){let f=s.labels,$=e;if(e===$)if(f&&
typeof f=="object"&&!Array.isArray(f))for(let I in f){let se=e;if(typeof f[I]!="string")return n.errors=[{instancePath:t+
"/labels/"+I.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/5/then/properties/labels/additionalProperties/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var _r=se===e;if(!_r)break}else return n.errors=
[{instancePath:t+"/labels",schemaPath:"#/allOf/5/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var S=$===e}else var S=!0;if(S){if(s.max_visits!==void 0){let f=s.max_visits,$=e;if(!(typeof f=="nu\
mber"&&!(f%1)&&!isNaN(f)&&isFinite(f)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/5/then/propert\
ies/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===$&&typeof f=="number"&&
isFinite(f)&&(f<1||isNaN(f)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/5/then/properties/max_vi\
sits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var S=$===e}else var S=!0;if(S){
if(s.writes!==void 0){let f=s.writes,$=e;if(e===$)if(Array.isArray(f)){var nr=!0;let I=f.length;for(let se=0;se<I;se++){
let g=f[se],Ve=e;if(e===Ve)if(g&&typeof g=="object"&&!Array.isArray(g)){let pr;if(g.key===void 0&&(pr="key"))return n.errors=
[{instancePath:t+"/writes/"+se,schemaPath:"#/allOf/5/then/properties/writes/items/required",keyword:"required",params:{missingProperty:pr},
message:"must have required property '"+pr+"'"}],!1;{let jr=e;for(let ur in g)if(!(ur==="key"||ur==="part")){return n.errors=
[{instancePath:t+"/writes/"+se,schemaPath:"#/allOf/5/then/properties/writes/items/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:ur},message:"must NOT have additional properties"}],!1;break}if(jr===e){if(g.key!==
void 0){let ur=e;if(typeof g.key!="string")return n.errors=[{instancePath:t+"/writes/"+se+"/key",schemaPath:"#/allOf/5/t\
hen/properties/writes/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var or=ur===
e}else var or=!0;if(or)if(g.part!==void 0){let ur=e;if(typeof g.part!="string")return n.errors=[{instancePath:t+"/writes\
/"+se+"/part",schemaPath:"#/allOf/5/then/properties/writes/items/properties/part/type",keyword:"type",params:{type:"stri\
ng"},message:"must be string"}],!1;var or=ur===e}else var or=!0}}}else return n.errors=[{instancePath:t+"/writes/"+se,schemaPath:"\
#/allOf/5/then/properties/writes/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var nr=Ve===
e;if(!nr)break}}else return n.errors=[{instancePath:t+"/writes",schemaPath:"#/allOf/5/then/properties/writes/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var S=$===e}else var S=!0;if(S){if(s.next!==void 0){let f=s.next,
$=e,z=e,I=!1,se=e;De(f,{instancePath:t+"/next",parentData:s,parentDataProperty:"next",rootData:D,dynamicAnchors:F})||(r=
r===null?De.errors:r.concat(De.errors),e=r.length);var Er=se===e;I=I||Er;let g=e;if(f!==null){let U={instancePath:t+"/ne\
xt",schemaPath:"#/allOf/5/then/properties/next/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};
r===null?r=[U]:r.push(U),e++}var Er=g===e;if(I=I||Er,I)e=z,r!==null&&(z?r.length=z:r=null);else{let U={instancePath:t+"/\
next",schemaPath:"#/allOf/5/then/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
return r===null?r=[U]:r.push(U),e++,n.errors=r,!1}var S=$===e}else var S=!0;if(S){if(s.op!==void 0){let f=e;if(s.op!=="s\
uspend")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/5/then/properties/op/const",keyword:"const",params:{allowedValue:"\
suspend"},message:"must be equal to constant"}],!1;var S=f===e}else var S=!0;if(S){if(s.until!==void 0){let f=s.until,$=e;
if(!(f==="event"||f==="approval"))return n.errors=[{instancePath:t+"/until",schemaPath:"#/allOf/5/then/properties/until/\
enum",keyword:"enum",params:{allowedValues:Ye.allOf[5].then.properties.until.enum},message:"must be equal to one of the \
allowed values"}],!1;var S=$===e}else var S=!0;if(S){if(s.fields!==void 0){let f=s.fields,$=e;if(!(f&&typeof f=="object"&&
!Array.isArray(f)))return n.errors=[{instancePath:t+"/fields",schemaPath:"#/allOf/5/then/properties/fields/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var S=$===e}else var S=!0;if(S){if(s.timeout_ms!==void 0){let f=s.
timeout_ms,$=e,z=e,I=!1,se=e;if(!(typeof f=="number"&&!(f%1)&&!isNaN(f)&&isFinite(f))){let U={instancePath:t+"/timeout_m\
s",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"must b\
e integer"};r===null?r=[U]:r.push(U),e++}if(e===se&&typeof f=="number"&&isFinite(f)&&(f<0||isNaN(f))){let U={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",
limit:0},message:"must be >= 0"};r===null?r=[U]:r.push(U),e++}var lr=se===e;I=I||lr;let g=e;if(f!==null){let U={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[U]:r.push(U),e++}var lr=g===e;if(I=I||lr,I)e=z,r!==null&&(z?r.length=z:r=null);else{let U={instancePath:t+
"/timeout_ms",schemaPath:"#/allOf/5/then/properties/timeout_ms/anyOf",keyword:"anyOf",params:{},message:"must match a sc\
hema in anyOf"};return r===null?r=[U]:r.push(U),e++,n.errors=r,!1}var S=$===e}else var S=!0;if(S){if(s.on_timeout!==void 0){
let f=s.on_timeout,$=e,z=e,I=!1,se=e;if(!(typeof f=="number"&&!(f%1)&&!isNaN(f)&&isFinite(f))){let U={instancePath:t+"/o\
n_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[U]:r.push(U),e++}if(e===se&&typeof f=="number"&&isFinite(f)&&(f<0||isNaN(f))){let U={instancePath:t+
"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/0/minimum",keyword:"minimum",params:{comparison:">=",
limit:0},message:"must be >= 0"};r===null?r=[U]:r.push(U),e++}var fr=se===e;I=I||fr;let g=e;if(f!==null){let U={instancePath:t+
"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[U]:r.push(U),e++}var fr=g===e;if(I=I||fr,I)e=z,r!==null&&(z?r.length=z:r=null);else{let U={instancePath:t+
"/on_timeout",schemaPath:"#/allOf/5/then/properties/on_timeout/anyOf",keyword:"anyOf",params:{},message:"must match a sc\
hema in anyOf"};return r===null?r=[U]:r.push(U),e++,n.errors=r,!1}var S=$===e}else var S=!0;if(S)if(s.on_rejected!==void 0){
let f=s.on_rejected,$=e,z=e,I=!1,se=e;if(!(typeof f=="number"&&!(f%1)&&!isNaN(f)&&isFinite(f))){let U={instancePath:t+"/\
on_rejected",schemaPath:"#/allOf/5/then/properties/on_rejected/anyOf/0/type",keyword:"type",params:{type:"integer"},message:"\
must be integer"};r===null?r=[U]:r.push(U),e++}if(e===se&&typeof f=="number"&&isFinite(f)&&(f<0||isNaN(f))){let U={instancePath:t+
"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rejected/anyOf/0/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};r===null?r=[U]:r.push(U),e++}var Qe=se===e;I=I||Qe;let g=e;if(f!==null){let U={instancePath:t+
"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rejected/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};r===null?r=[U]:r.push(U),e++}var Qe=g===e;if(I=I||Qe,I)e=z,r!==null&&(z?r.length=z:r=null);else{let U={instancePath:t+
"/on_rejected",schemaPath:"#/allOf/5/then/properties/on_rejected/anyOf",keyword:"anyOf",params:{},message:"must match a \
schema in anyOf"};return r===null?r=[U]:r.push(U),e++,n.errors=r,!1}var S=$===e}else var S=!0}}}}}}}}}}}}}}else return n.
errors=[{instancePath:t,schemaPath:"#/allOf/5/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var he=R===e;if(fe=he,fe)var Mr=!0}if(!fe){let R={instancePath:t,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[R]:r.push(R),e++,n.errors=r,!1}var ee=L===e;if(ee){H!==!0&&
Mr!==void 0&&(Mr===!0?H=!0:(H=H||{},Object.assign(H,Mr)));let R=e,pe=e,T=!0,ie=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let $;if(s.op===void 0&&($="op")){let z={};r===null?r=[z]:r.push(z),e++}else if(s.op!==void 0&&s.op!=="halt"){let z={};
r===null?r=[z]:r.push(z),e++}}var xs=ie===e;if(e=pe,r!==null&&(pe?r.length=pe:r=null),xs){let $=e;if(e===$)if(s&&typeof s==
"object"&&!Array.isArray(s)){let I;if(s.node===void 0&&(I="node")||s.kind===void 0&&(I="kind")||s.max_visits===void 0&&(I=
"max_visits")||s.op===void 0&&(I="op")||s.status===void 0&&(I="status"))return n.errors=[{instancePath:t,schemaPath:"#/a\
llOf/6/then/required",keyword:"required",params:{missingProperty:I},message:"must have required property '"+I+"'"}],!1;{
let se=e;for(let g in s)if(!(g==="node"||g==="kind"||g==="description"||g==="labels"||g==="max_visits"||g==="op"||g==="s\
tatus")){return n.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:g},message:"must NOT have additional properties"}],!1;break}if(se===e){if(s.node!==void 0){let g=e;
if(typeof s.node!="string")return n.errors=[{instancePath:t+"/node",schemaPath:"#/allOf/6/then/properties/node/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var qe=g===e}else var qe=!0;if(qe){if(s.kind!==void 0){let g=s.
kind,Ve=e;if(!(g==="model"||g==="tool"||g==="http"||g==="branch"||g==="parallel"||g==="join"||g==="wait"||g==="human_app\
roval"||g==="eval"||g==="end"))return n.errors=[{instancePath:t+"/kind",schemaPath:"#/allOf/6/then/properties/kind/enum",
keyword:"enum",params:{allowedValues:Ye.allOf[6].then.properties.kind.enum},message:"must be equal to one of the allowed\
 values"}],!1;var qe=Ve===e}else var qe=!0;if(qe){if(s.description!==void 0){let g=e;if(typeof s.description!="string")return n.
errors=[{instancePath:t+"/description",schemaPath:"#/allOf/6/then/properties/description/type",keyword:"type",params:{type:"\
string"},message:"must be string"}],!1;var qe=g===e}else var qe=!0;if(qe){if(s.labels!==void 0){let g=s.labels,Ve=e;if(e===
Ve)if(g&&typeof g=="object"&&!Array.isArray(g))for(let pr in g){let jr=e;if(typeof g[pr]!="string")return n.errors=[{instancePath:t+
"/labels/"+pr.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/allOf/6/then/properties/labels/additionalProperties/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var kr=jr===e;if(!kr)break}else return n.errors=
[{instancePath:t+"/labels",schemaPath:"#/allOf/6/then/properties/labels/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var qe=Ve===e}else var qe=!0;if(qe){if(s.max_visits!==void 0){let g=s.max_visits,Ve=e;if(!(typeof g==
"number"&&!(g%1)&&!isNaN(g)&&isFinite(g)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/6/then/prop\
erties/max_visits/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===Ve&&typeof g=="numb\
er"&&isFinite(g)&&(g<1||isNaN(g)))return n.errors=[{instancePath:t+"/max_visits",schemaPath:"#/allOf/6/then/properties/m\
ax_visits/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"}],!1;var qe=Ve===e}else var qe=!0;
if(qe){if(s.op!==void 0){let g=e;if(s.op!=="halt")return n.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/6/then/prop\
erties/op/const",keyword:"const",params:{allowedValue:"halt"},message:"must be equal to constant"}],!1;var qe=g===e}else
var qe=!0;if(qe)if(s.status!==void 0){let g=s.status,Ve=e;if(!(g==="completed"||g==="failed"))return n.errors=[{instancePath:t+
"/status",schemaPath:"#/allOf/6/then/properties/status/enum",keyword:"enum",params:{allowedValues:Ye.allOf[6].then.properties.
status.enum},message:"must be equal to one of the allowed values"}],!1;var qe=Ve===e}else var qe=!0}}}}}}}}else return n.
errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var xs=$===e;if(T=xs,T)var Ue=!0}if(!T){let $={instancePath:t,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword:"\
then"},message:'must match "then" schema'};return r===null?r=[$]:r.push($),e++,n.errors=r,!1}var ee=R===e;ee&&H!==!0&&Ue!==
void 0&&(Ue===!0?H=!0:(H=H||{},Object.assign(H,Ue)))}}}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ze;if(s.
op===void 0&&(Ze="op"))return n.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:Ze},
message:"must have required property '"+Ze+"'"}],!1;if(H!==!0&&(H=H||{},H.op=!0),s.op!==void 0){let Be=s.op;if(!(Be==="c\
all"||Be==="judge"||Be==="choose"||Be==="fork"||Be==="join"||Be==="suspend"||Be==="halt"))return n.errors=[{instancePath:t+
"/op",schemaPath:"#/properties/op/enum",keyword:"enum",params:{allowedValues:Ye.properties.op.enum},message:"must be equ\
al to one of the allowed values"}],!1}}else return n.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"}],!1;return n.errors=r,we.props=H,e===0}n.evaluated={dynamicProps:!0,dynamicItems:!1};
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
/$defs/part"}}}}}]},u={validate:l},at={type:"object",required:["part"],properties:{part:{enum:["text","out","if","for","\
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
validate:X};function X(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:D=s,dynamicAnchors:F={}}={}){let r=null,
e=0,we=X.evaluated;we.dynamicProps&&(we.props=void 0),we.dynamicItems&&(we.items=void 0);let M=e,_e=e,Me=!0,Or=e;if(s&&typeof s==
"object"&&!Array.isArray(s)){let Y;if(s.part===void 0&&(Y="part")){let K={};r===null?r=[K]:r.push(K),e++}else if(s.part!==
void 0&&s.part!=="text"){let K={};r===null?r=[K]:r.push(K),e++}}var Ge=Or===e;if(e=_e,r!==null&&(_e?r.length=_e:r=null),
Ge){let Y=e;if(e===Y)if(s&&typeof s=="object"&&!Array.isArray(s)){let P;if(s.part===void 0&&(P="part")||s.text===void 0&&
(P="text"))return X.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty:P},
message:"must have required property '"+P+"'"}],!1;{let Se=e;for(let ar in s)if(!(ar==="part"||ar==="text")){return X.errors=
[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:ar},
message:"must NOT have additional properties"}],!1;break}if(Se===e){if(s.part!==void 0){let ar=e;if(s.part!=="text")return X.
errors=[{instancePath:t+"/part",schemaPath:"#/allOf/0/then/properties/part/const",keyword:"const",params:{allowedValue:"\
text"},message:"must be equal to constant"}],!1;var i=ar===e}else var i=!0;if(i)if(s.text!==void 0){let ar=e;if(typeof s.
text!="string")return X.errors=[{instancePath:t+"/text",schemaPath:"#/allOf/0/then/properties/text/type",keyword:"type",
params:{type:"string"},message:"must be string"}],!1;var i=ar===e}else var i=!0}}}else return X.errors=[{instancePath:t,
schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ge=Y===e;if(Me=
Ge,Me)var m=!0}if(!Me){let Y={instancePath:t,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[Y]:r.push(Y),e++,X.errors=r,!1}var ne=M===e;if(ne){let Y=e,K=e,P=!0,Se=e;if(s&&
typeof s=="object"&&!Array.isArray(s)){let Oe;if(s.part===void 0&&(Oe="part")){let w={};r===null?r=[w]:r.push(w),e++}else if(s.
part!==void 0&&s.part!=="out"){let w={};r===null?r=[w]:r.push(w),e++}}var Re=Se===e;if(e=K,r!==null&&(K?r.length=K:r=null),
Re){let Oe=e;if(e===Oe)if(s&&typeof s=="object"&&!Array.isArray(s)){let ke;if(s.part===void 0&&(ke="part")||s.of===void 0&&
(ke="of"))return X.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty:ke},
message:"must have required property '"+ke+"'"}],!1;{let Xe=e;for(let sr in s)if(!(sr==="part"||sr==="of")){return X.errors=
[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:sr},
message:"must NOT have additional properties"}],!1;break}if(Xe===e){if(s.part!==void 0){let sr=e;if(s.part!=="out")return X.
errors=[{instancePath:t+"/part",schemaPath:"#/allOf/1/then/properties/part/const",keyword:"const",params:{allowedValue:"\
out"},message:"must be equal to constant"}],!1;var ve=sr===e}else var ve=!0;if(ve)if(s.of!==void 0){let sr=e;u.validate(
s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:
r.concat(u.validate.errors),e=r.length);var ve=sr===e}else var ve=!0}}}else return X.errors=[{instancePath:t,schemaPath:"\
#/allOf/1/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Re=Oe===e;if(P=Re,P)var xe=!0}
if(!P){let Oe={instancePath:t,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[Oe]:r.push(Oe),e++,X.errors=r,!1}var ne=Y===e;if(ne){m!==!0&&xe!==void 0&&(xe===!0?m=
!0:(m=m||{},Object.assign(m,xe)));let Oe=e,w=e,ke=!0,Xe=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let B;if(s.part===
void 0&&(B="part")){let le={};r===null?r=[le]:r.push(le),e++}else if(s.part!==void 0&&s.part!=="if"){let le={};r===null?
r=[le]:r.push(le),e++}}var Je=Xe===e;if(e=w,r!==null&&(w?r.length=w:r=null),Je){let B=e;if(e===B)if(s&&typeof s=="object"&&
!Array.isArray(s)){let Le;if(s.part===void 0&&(Le="part")||s.arms===void 0&&(Le="arms")||s.else===void 0&&(Le="else"))return X.
errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:Le},message:"mus\
t have required property '"+Le+"'"}],!1;{let gr=e;for(let We in s)if(!(We==="part"||We==="arms"||We==="else")){return X.
errors=[{instancePath:t,schemaPath:"#/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:We},
message:"must NOT have additional properties"}],!1;break}if(gr===e){if(s.part!==void 0){let We=e;if(s.part!=="if")return X.
errors=[{instancePath:t+"/part",schemaPath:"#/allOf/2/then/properties/part/const",keyword:"const",params:{allowedValue:"\
if"},message:"must be equal to constant"}],!1;var Ke=We===e}else var Ke=!0;if(Ke){if(s.arms!==void 0){let We=s.arms,W=e;
if(e===W)if(Array.isArray(We)){var Pe=!0;let Fe=We.length;for(let Ae=0;Ae<Fe;Ae++){let C=We[Ae],ae=e;if(e===ae)if(C&&typeof C==
"object"&&!Array.isArray(C)){let $e;if(C.when===void 0&&($e="when")||C.body===void 0&&($e="body"))return X.errors=[{instancePath:t+
"/arms/"+Ae,schemaPath:"#/allOf/2/then/properties/arms/items/required",keyword:"required",params:{missingProperty:$e},message:"\
must have required property '"+$e+"'"}],!1;{let je=e;for(let he in C)if(!(he==="when"||he==="body")){return X.errors=[{instancePath:t+
"/arms/"+Ae,schemaPath:"#/allOf/2/then/properties/arms/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:he},message:"must NOT have additional properties"}],!1;break}if(je===e){if(C.when!==void 0){let he=e;
u.validate(C.when,{instancePath:t+"/arms/"+Ae+"/when",parentData:C,parentDataProperty:"when",rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var Ie=he===e}else var Ie=!0;if(Ie)if(C.body!==void 0){
let he=C.body,S=e;if(e===S)if(Array.isArray(he)){var de=!0;let nr=he.length;for(let or=0;or<nr;or++){let Er=e;zr.validate(
he[or],{instancePath:t+"/arms/"+Ae+"/body/"+or,parentData:he,parentDataProperty:or,rootData:D,dynamicAnchors:F})||(r=r===
null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);var de=Er===e;if(!de)break}}else return X.errors=[{instancePath:t+
"/arms/"+Ae+"/body",schemaPath:"#/allOf/2/then/properties/arms/items/properties/body/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var Ie=S===e}else var Ie=!0}}}else return X.errors=[{instancePath:t+"/arms/"+Ae,schemaPath:"\
#/allOf/2/then/properties/arms/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Pe=ae===
e;if(!Pe)break}}else return X.errors=[{instancePath:t+"/arms",schemaPath:"#/allOf/2/then/properties/arms/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var Ke=W===e}else var Ke=!0;if(Ke)if(s.else!==void 0){let We=s.
else,W=e;if(e===W)if(Array.isArray(We)){var H=!0;let Fe=We.length;for(let Ae=0;Ae<Fe;Ae++){let C=e;zr.validate(We[Ae],{instancePath:t+
"/else/"+Ae,parentData:We,parentDataProperty:Ae,rootData:D,dynamicAnchors:F})||(r=r===null?zr.validate.errors:r.concat(zr.
validate.errors),e=r.length);var H=C===e;if(!H)break}}else return X.errors=[{instancePath:t+"/else",schemaPath:"#/allOf/\
2/then/properties/else/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ke=W===e}else var Ke=!0}}}}else
return X.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Je=B===e;if(ke=Je,ke)var ee=!0}if(!ke){let B={instancePath:t,schemaPath:"#/allOf/2/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[B]:r.push(B),e++,X.errors=r,!1}var ne=Oe===
e;if(ne){m!==!0&&ee!==void 0&&(ee===!0?m=!0:(m=m||{},Object.assign(m,ee)));let B=e,le=e,Le=!0,gr=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let W;if(s.part===void 0&&(W="part")){let be={};r===null?r=[be]:r.push(be),e++}else if(s.part!==
void 0&&s.part!=="for"){let be={};r===null?r=[be]:r.push(be),e++}}var ir=gr===e;if(e=le,r!==null&&(le?r.length=le:r=null),
ir){let W=e;if(e===W)if(s&&typeof s=="object"&&!Array.isArray(s)){let Fe;if(s.part===void 0&&(Fe="part")||s.names===void 0&&
(Fe="names")||s.in===void 0&&(Fe="in")||s.body===void 0&&(Fe="body")||s.else===void 0&&(Fe="else"))return X.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:Fe},message:"must have required property\
 '"+Fe+"'"}],!1;{let Ae=e;for(let C in s)if(!(C==="part"||C==="names"||C==="in"||C==="if"||C==="body"||C==="else")){return X.
errors=[{instancePath:t,schemaPath:"#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:C},
message:"must NOT have additional properties"}],!1;break}if(Ae===e){if(s.part!==void 0){let C=e;if(s.part!=="for")return X.
errors=[{instancePath:t+"/part",schemaPath:"#/allOf/3/then/properties/part/const",keyword:"const",params:{allowedValue:"\
for"},message:"must be equal to constant"}],!1;var a=C===e}else var a=!0;if(a){if(s.names!==void 0){let C=s.names,ae=e;if(e===
ae)if(Array.isArray(C)){var J=!0;let $e=C.length;for(let je=0;je<$e;je++){let he=e;if(typeof C[je]!="string")return X.errors=
[{instancePath:t+"/names/"+je,schemaPath:"#/allOf/3/then/properties/names/items/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"}],!1;var J=he===e;if(!J)break}}else return X.errors=[{instancePath:t+"/names",schemaPath:"#\
/allOf/3/then/properties/names/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var a=ae===e}else
var a=!0;if(a){if(s.in!==void 0){let C=e;u.validate(s.in,{instancePath:t+"/in",parentData:s,parentDataProperty:"in",rootData:D,
dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var a=C===e}else var a=!0;if(a){
if(s.if!==void 0){let C=e;u.validate(s.if,{instancePath:t+"/if",parentData:s,parentDataProperty:"if",rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var a=C===e}else var a=!0;if(a){if(s.body!==void 0){
let C=s.body,ae=e;if(e===ae)if(Array.isArray(C)){var ze=!0;let $e=C.length;for(let je=0;je<$e;je++){let he=e;zr.validate(
C[je],{instancePath:t+"/body/"+je,parentData:C,parentDataProperty:je,rootData:D,dynamicAnchors:F})||(r=r===null?zr.validate.
errors:r.concat(zr.validate.errors),e=r.length);var ze=he===e;if(!ze)break}}else return X.errors=[{instancePath:t+"/body",
schemaPath:"#/allOf/3/then/properties/body/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var a=ae===
e}else var a=!0;if(a)if(s.else!==void 0){let C=s.else,ae=e;if(e===ae)if(Array.isArray(C)){var oe=!0;let $e=C.length;for(let je=0;je<
$e;je++){let he=e;zr.validate(C[je],{instancePath:t+"/else/"+je,parentData:C,parentDataProperty:je,rootData:D,dynamicAnchors:F})||
(r=r===null?zr.validate.errors:r.concat(zr.validate.errors),e=r.length);var oe=he===e;if(!oe)break}}else return X.errors=
[{instancePath:t+"/else",schemaPath:"#/allOf/3/then/properties/else/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var a=ae===e}else var a=!0}}}}}}}else return X.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var ir=W===e;if(Le=ir,Le)var q=!0}if(!Le){let W={
instancePath:t,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};
return r===null?r=[W]:r.push(W),e++,X.errors=r,!1}var ne=B===e;if(ne){m!==!0&&q!==void 0&&(q===!0?m=!0:(m=m||{},Object.assign(
m,q)));let W=e,be=e,Fe=!0,Ae=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ae;if(s.part===void 0&&(ae="part")){let Ce={};
r===null?r=[Ce]:r.push(Ce),e++}else if(s.part!==void 0&&s.part!=="set"){let Ce={};r===null?r=[Ce]:r.push(Ce),e++}}var k=Ae===
e;if(e=be,r!==null&&(be?r.length=be:r=null),k){let ae=e;if(e===ae)if(s&&typeof s=="object"&&!Array.isArray(s)){let $e;if(s.
part===void 0&&($e="part")||s.name===void 0&&($e="name")||s.to===void 0&&($e="to"))return X.errors=[{instancePath:t,schemaPath:"\
#/allOf/4/then/required",keyword:"required",params:{missingProperty:$e},message:"must have required property '"+$e+"'"}],
!1;{let je=e;for(let he in s)if(!(he==="part"||he==="name"||he==="to")){return X.errors=[{instancePath:t,schemaPath:"#/a\
llOf/4/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:he},message:"must NOT have a\
dditional properties"}],!1;break}if(je===e){if(s.part!==void 0){let he=e;if(s.part!=="set")return X.errors=[{instancePath:t+
"/part",schemaPath:"#/allOf/4/then/properties/part/const",keyword:"const",params:{allowedValue:"set"},message:"must be e\
qual to constant"}],!1;var me=he===e}else var me=!0;if(me){if(s.name!==void 0){let he=e;if(typeof s.name!="string")return X.
errors=[{instancePath:t+"/name",schemaPath:"#/allOf/4/then/properties/name/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var me=he===e}else var me=!0;if(me)if(s.to!==void 0){let he=e;u.validate(s.to,{instancePath:t+"/to",
parentData:s,parentDataProperty:"to",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),
e=r.length);var me=he===e}else var me=!0}}}}else return X.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var k=ae===e;if(Fe=k,Fe)var rr=!0}if(!Fe){let ae={instancePath:t,
schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[ae]:r.push(ae),e++,X.errors=r,!1}var ne=W===e;ne&&m!==!0&&rr!==void 0&&(rr===!0?m=!0:(m=m||{},Object.assign(m,rr)))}}}}
if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let Y;if(s.part===void 0&&(Y="part"))return X.errors=[{instancePath:t,
schemaPath:"#/required",keyword:"required",params:{missingProperty:Y},message:"must have required property '"+Y+"'"}],!1;
if(m!==!0&&(m=m||{},m.part=!0),s.part!==void 0){let K=s.part;if(!(K==="text"||K==="out"||K==="if"||K==="for"||K==="set"))
return X.errors=[{instancePath:t+"/part",schemaPath:"#/properties/part/enum",keyword:"enum",params:{allowedValues:at.properties.
part.enum},message:"must be equal to one of the allowed values"}],!1}}else return X.errors=[{instancePath:t,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;return X.errors=r,we.props=m,e===0}X.evaluated=
{dynamicProps:!0,dynamicItems:!1};function l(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:D=s,dynamicAnchors:F={}}={}){
let r=null,e=0,we=l.evaluated;we.dynamicProps&&(we.props=void 0),we.dynamicItems&&(we.items=void 0);let M=e,_e=e,Me=!0,Or=e;
if(s&&typeof s=="object"&&!Array.isArray(s)){let d;if(s.op===void 0&&(d="op")){let p={};r===null?r=[p]:r.push(p),e++}else if(s.
op!==void 0&&s.op!=="lit"){let p={};r===null?r=[p]:r.push(p),e++}}var Ge=Or===e;if(e=_e,r!==null&&(_e?r.length=_e:r=null),
Ge){let d=e;if(e===d)if(s&&typeof s=="object"&&!Array.isArray(s)){let L;if(s.op===void 0&&(L="op")||s.value===void 0&&(L=
"value"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty:L},
message:"must have required property '"+L+"'"}],!1;{let Q=e;for(let fe in s)if(!(fe==="op"||fe==="value")){return l.errors=
[{instancePath:t,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:fe},
message:"must NOT have additional properties"}],!1;break}if(Q===e&&s.op!==void 0&&s.op!=="lit")return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/0/then/properties/op/const",keyword:"const",params:{allowedValue:"lit"},message:"must be equal\
 to constant"}],!1}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var Ge=d===e;if(Me=Ge,Me)var i=!0}if(!Me){let d={instancePath:t,schemaPath:"#/all\
Of/0/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[d]:r.push(d),
e++,l.errors=r,!1}var m=M===e;if(m){let d=e,p=e,L=!0,Q=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let j;if(s.op===void 0&&
(j="op")){let b={};r===null?r=[b]:r.push(b),e++}else if(s.op!==void 0&&s.op!=="root"){let b={};r===null?r=[b]:r.push(b),
e++}}var ne=Q===e;if(e=p,r!==null&&(p?r.length=p:r=null),ne){let j=e;if(e===j)if(s&&typeof s=="object"&&!Array.isArray(s)){
let R;if(s.op===void 0&&(R="op")||s.name===void 0&&(R="name"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/1/the\
n/required",keyword:"required",params:{missingProperty:R},message:"must have required property '"+R+"'"}],!1;{let pe=e;for(let T in s)
if(!(T==="op"||T==="name")){return l.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"a\
dditionalProperties",params:{additionalProperty:T},message:"must NOT have additional properties"}],!1;break}if(pe===e){if(s.
op!==void 0){let T=e;if(s.op!=="root")return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/1/then/properties/op/co\
nst",keyword:"const",params:{allowedValue:"root"},message:"must be equal to constant"}],!1;var Re=T===e}else var Re=!0;if(Re)
if(s.name!==void 0){let T=s.name,ie=e;if(!(T==="state"||T==="env"||T==="output"||T==="execution"||T==="node"||T==="event"||
T==="error"||T==="feedback"))return l.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/1/then/properties/name/enum",keyword:"\
enum",params:{allowedValues:es.allOf[1].then.properties.name.enum},message:"must be equal to one of the allowed values"}],
!1;var Re=ie===e}else var Re=!0}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/1/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var ne=j===e;if(L=ne,L)var ve=!0}if(!L){let j={instancePath:t,schemaPath:"\
#/allOf/1/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[j]:r.push(
j),e++,l.errors=r,!1}var m=d===e;if(m){i!==!0&&ve!==void 0&&(ve===!0?i=!0:(i=i||{},Object.assign(i,ve)));let j=e,b=e,R=!0,
pe=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ie;if(s.op===void 0&&(ie="op")){let f={};r===null?r=[f]:r.push(f),
e++}else if(s.op!==void 0&&s.op!=="local"){let f={};r===null?r=[f]:r.push(f),e++}}var xe=pe===e;if(e=b,r!==null&&(b?r.length=
b:r=null),xe){let ie=e;if(e===ie)if(s&&typeof s=="object"&&!Array.isArray(s)){let $;if(s.op===void 0&&($="op")||s.name===
void 0&&($="name"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty:$},
message:"must have required property '"+$+"'"}],!1;{let z=e;for(let I in s)if(!(I==="op"||I==="name")){return l.errors=[
{instancePath:t,schemaPath:"#/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:I},
message:"must NOT have additional properties"}],!1;break}if(z===e){if(s.op!==void 0){let I=e;if(s.op!=="local")return l.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/2/then/properties/op/const",keyword:"const",params:{allowedValue:"loca\
l"},message:"must be equal to constant"}],!1;var Je=I===e}else var Je=!0;if(Je)if(s.name!==void 0){let I=e;if(typeof s.name!=
"string")return l.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/2/then/properties/name/type",keyword:"type",params:{
type:"string"},message:"must be string"}],!1;var Je=I===e}else var Je=!0}}}else return l.errors=[{instancePath:t,schemaPath:"\
#/allOf/2/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var xe=ie===e;if(R=xe,R)var Ke=!0}
if(!R){let ie={instancePath:t,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword:"then"},message:'must match \
"then" schema'};return r===null?r=[ie]:r.push(ie),e++,l.errors=r,!1}var m=j===e;if(m){i!==!0&&Ke!==void 0&&(Ke===!0?i=!0:
(i=i||{},Object.assign(i,Ke)));let ie=e,f=e,$=!0,z=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let se;if(s.op===void 0&&
(se="op")){let g={};r===null?r=[g]:r.push(g),e++}else if(s.op!==void 0&&s.op!=="get"){let g={};r===null?r=[g]:r.push(g),
e++}}var Pe=z===e;if(e=f,r!==null&&(f?r.length=f:r=null),Pe){let se=e;if(e===se)if(s&&typeof s=="object"&&!Array.isArray(
s)){let Ve;if(s.op===void 0&&(Ve="op")||s.of===void 0&&(Ve="of")||s.key===void 0&&(Ve="key"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty:Ve},message:"must have required property\
 '"+Ve+"'"}],!1;{let U=e;for(let pr in s)if(!(pr==="op"||pr==="of"||pr==="key")){return l.errors=[{instancePath:t,schemaPath:"\
#/allOf/3/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:pr},message:"must NOT hav\
e additional properties"}],!1;break}if(U===e){if(s.op!==void 0){let pr=e;if(s.op!=="get")return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/3/then/properties/op/const",keyword:"const",params:{allowedValue:"get"},message:"must be equal\
 to constant"}],!1;var Ie=pr===e}else var Ie=!0;if(Ie){if(s.of!==void 0){let pr=e;u.validate(s.of,{instancePath:t+"/of",
parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),
e=r.length);var Ie=pr===e}else var Ie=!0;if(Ie)if(s.key!==void 0){let pr=e;if(typeof s.key!="string")return l.errors=[{instancePath:t+
"/key",schemaPath:"#/allOf/3/then/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var Ie=pr===e}else var Ie=!0}}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/3/then/type",keyword:"type",
params:{type:"object"},message:"must be object"}],!1;var Pe=se===e;if($=Pe,$)var de=!0}if(!$){let se={instancePath:t,schemaPath:"\
#/allOf/3/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[se]:r.push(
se),e++,l.errors=r,!1}var m=ie===e;if(m){i!==!0&&de!==void 0&&(de===!0?i=!0:(i=i||{},Object.assign(i,de)));let se=e,g=e,
Ve=!0,U=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let jr;if(s.op===void 0&&(jr="op")){let ur={};r===null?r=[ur]:r.push(
ur),e++}else if(s.op!==void 0&&s.op!=="index"){let ur={};r===null?r=[ur]:r.push(ur),e++}}var H=U===e;if(e=g,r!==null&&(g?
r.length=g:r=null),H){let jr=e;if(e===jr)if(s&&typeof s=="object"&&!Array.isArray(s)){let rs;if(s.op===void 0&&(rs="op")||
s.of===void 0&&(rs="of")||s.at===void 0&&(rs="at"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/required",
keyword:"required",params:{missingProperty:rs},message:"must have required property '"+rs+"'"}],!1;{let Bs=e;for(let Qr in s)
if(!(Qr==="op"||Qr==="of"||Qr==="at")){return l.errors=[{instancePath:t,schemaPath:"#/allOf/4/then/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:Qr},message:"must NOT have additional properties"}],!1;break}if(Bs===
e){if(s.op!==void 0){let Qr=e;if(s.op!=="index")return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/4/then/proper\
ties/op/const",keyword:"const",params:{allowedValue:"index"},message:"must be equal to constant"}],!1;var ee=Qr===e}else
var ee=!0;if(ee){if(s.of!==void 0){let Qr=e;u.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:D,
dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var ee=Qr===e}else var ee=!0;if(ee)
if(s.at!==void 0){let Qr=e;u.validate(s.at,{instancePath:t+"/at",parentData:s,parentDataProperty:"at",rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var ee=Qr===e}else var ee=!0}}}}else return l.errors=
[{instancePath:t,schemaPath:"#/allOf/4/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var H=jr===
e;if(Ve=H,Ve)var ir=!0}if(!Ve){let jr={instancePath:t,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword:"the\
n"},message:'must match "then" schema'};return r===null?r=[jr]:r.push(jr),e++,l.errors=r,!1}var m=se===e;if(m){i!==!0&&ir!==
void 0&&(ir===!0?i=!0:(i=i||{},Object.assign(i,ir)));let jr=e,ur=e,rs=!0,Bs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){
let ss;if(s.op===void 0&&(ss="op")){let ts={};r===null?r=[ts]:r.push(ts),e++}else if(s.op!==void 0&&s.op!=="slice"){let ts={};
r===null?r=[ts]:r.push(ts),e++}}var a=Bs===e;if(e=ur,r!==null&&(ur?r.length=ur:r=null),a){let ss=e;if(e===ss)if(s&&typeof s==
"object"&&!Array.isArray(s)){let As;if(s.op===void 0&&(As="op")||s.of===void 0&&(As="of"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty:As},message:"must have required property\
 '"+As+"'"}],!1;{let Gs=e;for(let br in s)if(!(br==="op"||br==="of"||br==="from"||br==="to"||br==="step")){return l.errors=
[{instancePath:t,schemaPath:"#/allOf/5/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:br},
message:"must NOT have additional properties"}],!1;break}if(Gs===e){if(s.op!==void 0){let br=e;if(s.op!=="slice")return l.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/5/then/properties/op/const",keyword:"const",params:{allowedValue:"slic\
e"},message:"must be equal to constant"}],!1;var J=br===e}else var J=!0;if(J){if(s.of!==void 0){let br=e;u.validate(s.of,
{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:
r.concat(u.validate.errors),e=r.length);var J=br===e}else var J=!0;if(J){if(s.from!==void 0){let br=e;u.validate(s.from,
{instancePath:t+"/from",parentData:s,parentDataProperty:"from",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:
r.concat(u.validate.errors),e=r.length);var J=br===e}else var J=!0;if(J){if(s.to!==void 0){let br=e;u.validate(s.to,{instancePath:t+
"/to",parentData:s,parentDataProperty:"to",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var J=br===e}else var J=!0;if(J)if(s.step!==void 0){let br=e;u.validate(s.step,{instancePath:t+"/ste\
p",parentData:s,parentDataProperty:"step",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var J=br===e}else var J=!0}}}}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/5/then/typ\
e",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var a=ss===e;if(rs=a,rs)var ze=!0}if(!rs){let ss={
instancePath:t,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};
return r===null?r=[ss]:r.push(ss),e++,l.errors=r,!1}var m=jr===e;if(m){i!==!0&&ze!==void 0&&(ze===!0?i=!0:(i=i||{},Object.
assign(i,ze)));let ss=e,ts=e,As=!0,Gs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let is;if(s.op===void 0&&(is="op")){
let as={};r===null?r=[as]:r.push(as),e++}else if(s.op!==void 0&&s.op!=="not"){let as={};r===null?r=[as]:r.push(as),e++}}
var oe=Gs===e;if(e=ts,r!==null&&(ts?r.length=ts:r=null),oe){let is=e;if(e===is)if(s&&typeof s=="object"&&!Array.isArray(
s)){let $s;if(s.op===void 0&&($s="op")||s.of===void 0&&($s="of"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/6/\
then/required",keyword:"required",params:{missingProperty:$s},message:"must have required property '"+$s+"'"}],!1;{let Ls=e;
for(let Vs in s)if(!(Vs==="op"||Vs==="of")){return l.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/additionalProper\
ties",keyword:"additionalProperties",params:{additionalProperty:Vs},message:"must NOT have additional properties"}],!1;break}
if(Ls===e){if(s.op!==void 0){let Vs=e;if(s.op!=="not")return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/6/then/\
properties/op/const",keyword:"const",params:{allowedValue:"not"},message:"must be equal to constant"}],!1;var q=Vs===e}else
var q=!0;if(q)if(s.of!==void 0){let Vs=e;u.validate(s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:D,
dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var q=Vs===e}else var q=!0}}}else
return l.errors=[{instancePath:t,schemaPath:"#/allOf/6/then/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var oe=is===e;if(As=oe,As)var k=!0}if(!As){let is={instancePath:t,schemaPath:"#/allOf/6/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[is]:r.push(is),e++,l.errors=r,!1}var m=ss===
e;if(m){i!==!0&&k!==void 0&&(k===!0?i=!0:(i=i||{},Object.assign(i,k)));let is=e,as=e,$s=!0,Ls=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let ns;if(s.op===void 0&&(ns="op")){let os={};r===null?r=[os]:r.push(os),e++}else if(s.op!==void 0&&s.
op!=="negate"){let os={};r===null?r=[os]:r.push(os),e++}}var me=Ls===e;if(e=as,r!==null&&(as?r.length=as:r=null),me){let ns=e;
if(e===ns)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ns;if(s.op===void 0&&(Ns="op")||s.of===void 0&&(Ns="of"))return l.
errors=[{instancePath:t,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty:Ns},message:"mus\
t have required property '"+Ns+"'"}],!1;{let Ms=e;for(let Ds in s)if(!(Ds==="op"||Ds==="of")){return l.errors=[{instancePath:t,
schemaPath:"#/allOf/7/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Ds},message:"\
must NOT have additional properties"}],!1;break}if(Ms===e){if(s.op!==void 0){let Ds=e;if(s.op!=="negate")return l.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/7/then/properties/op/const",keyword:"const",params:{allowedValue:"negate"},message:"\
must be equal to constant"}],!1;var rr=Ds===e}else var rr=!0;if(rr)if(s.of!==void 0){let Ds=e;u.validate(s.of,{instancePath:t+
"/of",parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var rr=Ds===e}else var rr=!0}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/7/then/type",
keyword:"type",params:{type:"object"},message:"must be object"}],!1;var me=ns===e;if($s=me,$s)var Y=!0}if(!$s){let ns={instancePath:t,
schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[ns]:r.push(ns),e++,l.errors=r,!1}var m=is===e;if(m){i!==!0&&Y!==void 0&&(Y===!0?i=!0:(i=i||{},Object.assign(i,Y)));let ns=e,
os=e,Ns=!0,Ms=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ls;if(s.op===void 0&&(ls="op")){let fs={};r===null?r=[fs]:
r.push(fs),e++}else if(s.op!==void 0&&s.op!=="and"){let fs={};r===null?r=[fs]:r.push(fs),e++}}var K=Ms===e;if(e=os,r!==null&&
(os?r.length=os:r=null),K){let ls=e;if(e===ls)if(s&&typeof s=="object"&&!Array.isArray(s)){let ps;if(s.op===void 0&&(ps=
"op")||s.left===void 0&&(ps="left")||s.right===void 0&&(ps="right"))return l.errors=[{instancePath:t,schemaPath:"#/allOf\
/8/then/required",keyword:"required",params:{missingProperty:ps},message:"must have required property '"+ps+"'"}],!1;{let Qs=e;
for(let Jr in s)if(!(Jr==="op"||Jr==="left"||Jr==="right")){return l.errors=[{instancePath:t,schemaPath:"#/allOf/8/then/\
additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Jr},message:"must NOT have additional pr\
operties"}],!1;break}if(Qs===e){if(s.op!==void 0){let Jr=s.op,Wr=e;if(!(Jr==="and"||Jr==="or"))return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/8/then/properties/op/enum",keyword:"enum",params:{allowedValues:es.allOf[8].then.properties.op.
enum},message:"must be equal to one of the allowed values"}],!1;var P=Wr===e}else var P=!0;if(P){if(s.left!==void 0){let Jr=e;
u.validate(s.left,{instancePath:t+"/left",parentData:s,parentDataProperty:"left",rootData:D,dynamicAnchors:F})||(r=r===null?
u.validate.errors:r.concat(u.validate.errors),e=r.length);var P=Jr===e}else var P=!0;if(P)if(s.right!==void 0){let Jr=e;
u.validate(s.right,{instancePath:t+"/right",parentData:s,parentDataProperty:"right",rootData:D,dynamicAnchors:F})||(r=r===
null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var P=Jr===e}else var P=!0}}}}else return l.errors=[{instancePath:t,
schemaPath:"#/allOf/8/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var K=ls===e;if(Ns=
K,Ns)var Se=!0}if(!Ns){let ls={instancePath:t,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[ls]:r.push(ls),e++,l.errors=r,!1}var m=ns===e;if(m){i!==!0&&Se!==void 0&&(Se===
!0?i=!0:(i=i||{},Object.assign(i,Se)));let ls=e,fs=e,ps=!0,Qs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Wr;if(s.
op===void 0&&(Wr="op")){let us={};r===null?r=[us]:r.push(us),e++}else if(s.op!==void 0&&s.op!=="or"){let us={};r===null?
r=[us]:r.push(us),e++}}var ar=Qs===e;if(e=fs,r!==null&&(fs?r.length=fs:r=null),ar){let Wr=e;if(e===Wr)if(s&&typeof s=="o\
bject"&&!Array.isArray(s)){let ds;if(s.op===void 0&&(ds="op")||s.left===void 0&&(ds="left")||s.right===void 0&&(ds="righ\
t"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/required",keyword:"required",params:{missingProperty:ds},
message:"must have required property '"+ds+"'"}],!1;{let Us=e;for(let Hr in s)if(!(Hr==="op"||Hr==="left"||Hr==="right")){
return l.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:Hr},message:"must NOT have additional properties"}],!1;break}if(Us===e){if(s.op!==void 0){let Hr=s.op,
Rr=e;if(!(Hr==="and"||Hr==="or"))return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/9/then/properties/op/enum",keyword:"\
enum",params:{allowedValues:es.allOf[9].then.properties.op.enum},message:"must be equal to one of the allowed values"}],
!1;var Oe=Rr===e}else var Oe=!0;if(Oe){if(s.left!==void 0){let Hr=e;u.validate(s.left,{instancePath:t+"/left",parentData:s,
parentDataProperty:"left",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);
var Oe=Hr===e}else var Oe=!0;if(Oe)if(s.right!==void 0){let Hr=e;u.validate(s.right,{instancePath:t+"/right",parentData:s,
parentDataProperty:"right",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.
length);var Oe=Hr===e}else var Oe=!0}}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/9/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var ar=Wr===e;if(ps=ar,ps)var w=!0}if(!ps){let Wr={instancePath:t,
schemaPath:"#/allOf/9/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Wr]:r.push(Wr),e++,l.errors=r,!1}var m=ls===e;if(m){i!==!0&&w!==void 0&&(w===!0?i=!0:(i=i||{},Object.assign(i,w)));let Wr=e,
us=e,ds=!0,Us=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let Rr;if(s.op===void 0&&(Rr="op")){let ms={};r===null?r=[ms]:
r.push(ms),e++}else if(s.op!==void 0&&s.op!=="if"){let ms={};r===null?r=[ms]:r.push(ms),e++}}var ke=Us===e;if(e=us,r!==null&&
(us?r.length=us:r=null),ke){let Rr=e;if(e===Rr)if(s&&typeof s=="object"&&!Array.isArray(s)){let Ur;if(s.op===void 0&&(Ur=
"op")||s.test===void 0&&(Ur="test")||s.then===void 0&&(Ur="then")||s.else===void 0&&(Ur="else"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/10/then/required",keyword:"required",params:{missingProperty:Ur},message:"must have required propert\
y '"+Ur+"'"}],!1;{let Xs=e;for(let qr in s)if(!(qr==="op"||qr==="test"||qr==="then"||qr==="else")){return l.errors=[{instancePath:t,
schemaPath:"#/allOf/10/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:qr},message:"\
must NOT have additional properties"}],!1;break}if(Xs===e){if(s.op!==void 0){let qr=e;if(s.op!=="if")return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/10/then/properties/op/const",keyword:"const",params:{allowedValue:"if"},message:"must be equal\
 to constant"}],!1;var Xe=qr===e}else var Xe=!0;if(Xe){if(s.test!==void 0){let qr=e;u.validate(s.test,{instancePath:t+"/\
test",parentData:s,parentDataProperty:"test",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var Xe=qr===e}else var Xe=!0;if(Xe){if(s.then!==void 0){let qr=e;u.validate(s.then,{instancePath:t+"\
/then",parentData:s,parentDataProperty:"then",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var Xe=qr===e}else var Xe=!0;if(Xe)if(s.else!==void 0){let qr=e;u.validate(s.else,{instancePath:t+"/\
else",parentData:s,parentDataProperty:"else",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var Xe=qr===e}else var Xe=!0}}}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/10/then/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var ke=Rr===e;if(ds=ke,ds)var sr=!0}if(!ds){let Rr={
instancePath:t,schemaPath:"#/allOf/10/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};
return r===null?r=[Rr]:r.push(Rr),e++,l.errors=r,!1}var m=Wr===e;if(m){i!==!0&&sr!==void 0&&(sr===!0?i=!0:(i=i||{},Object.
assign(i,sr)));let Rr=e,ms=e,Ur=!0,Xs=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let ys;if(s.op===void 0&&(ys="op")){
let cs={};r===null?r=[cs]:r.push(cs),e++}else if(s.op!==void 0&&s.op!=="compare"){let cs={};r===null?r=[cs]:r.push(cs),e++}}
var B=Xs===e;if(e=ms,r!==null&&(ms?r.length=ms:r=null),B){let ys=e;if(e===ys)if(s&&typeof s=="object"&&!Array.isArray(s)){
let hs;if(s.op===void 0&&(hs="op")||s.first===void 0&&(hs="first")||s.links===void 0&&(hs="links"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/11/then/required",keyword:"required",params:{missingProperty:hs},message:"must have required propert\
y '"+hs+"'"}],!1;{let Ys=e;for(let Tr in s)if(!(Tr==="op"||Tr==="first"||Tr==="links")){return l.errors=[{instancePath:t,
schemaPath:"#/allOf/11/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Tr},message:"\
must NOT have additional properties"}],!1;break}if(Ys===e){if(s.op!==void 0){let Tr=e;if(s.op!=="compare")return l.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/11/then/properties/op/const",keyword:"const",params:{allowedValue:"compare"},
message:"must be equal to constant"}],!1;var le=Tr===e}else var le=!0;if(le){if(s.first!==void 0){let Tr=e;u.validate(s.
first,{instancePath:t+"/first",parentData:s,parentDataProperty:"first",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.
errors:r.concat(u.validate.errors),e=r.length);var le=Tr===e}else var le=!0;if(le)if(s.links!==void 0){let Tr=s.links,Vr=e;
if(e===Vr)if(Array.isArray(Tr)){var Le=!0;let xr=Tr.length;for(let Dr=0;Dr<xr;Dr++){let E=Tr[Dr],dr=e;if(e===dr)if(E&&typeof E==
"object"&&!Array.isArray(E)){let mr;if(E.cmp===void 0&&(mr="cmp")||E.to===void 0&&(mr="to"))return l.errors=[{instancePath:t+
"/links/"+Dr,schemaPath:"#/allOf/11/then/properties/links/items/required",keyword:"required",params:{missingProperty:mr},
message:"must have required property '"+mr+"'"}],!1;{let Sr=e;for(let ge in E)if(!(ge==="cmp"||ge==="to")){return l.errors=
[{instancePath:t+"/links/"+Dr,schemaPath:"#/allOf/11/then/properties/links/items/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:ge},message:"must NOT have additional properties"}],!1;break}if(Sr===e){if(E.cmp!==
void 0){let ge=E.cmp,Ar=e;if(!(ge==="=="||ge==="!="||ge==="<"||ge==="<="||ge===">"||ge===">="||ge==="in"||ge==="not in"))
return l.errors=[{instancePath:t+"/links/"+Dr+"/cmp",schemaPath:"#/allOf/11/then/properties/links/items/properties/cmp/e\
num",keyword:"enum",params:{allowedValues:es.allOf[11].then.properties.links.items.properties.cmp.enum},message:"must be\
 equal to one of the allowed values"}],!1;var gr=Ar===e}else var gr=!0;if(gr)if(E.to!==void 0){let ge=e;u.validate(E.to,
{instancePath:t+"/links/"+Dr+"/to",parentData:E,parentDataProperty:"to",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.
errors:r.concat(u.validate.errors),e=r.length);var gr=ge===e}else var gr=!0}}}else return l.errors=[{instancePath:t+"/li\
nks/"+Dr,schemaPath:"#/allOf/11/then/properties/links/items/type",keyword:"type",params:{type:"object"},message:"must be\
 object"}],!1;var Le=dr===e;if(!Le)break}}else return l.errors=[{instancePath:t+"/links",schemaPath:"#/allOf/11/then/pro\
perties/links/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var le=Vr===e}else var le=!0}}}}else
return l.errors=[{instancePath:t,schemaPath:"#/allOf/11/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var B=ys===e;if(Ur=B,Ur)var We=!0}if(!Ur){let ys={instancePath:t,schemaPath:"#/allOf/11/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[ys]:r.push(ys),e++,l.errors=r,!1}var m=Rr===
e;if(m){i!==!0&&We!==void 0&&(We===!0?i=!0:(i=i||{},Object.assign(i,We)));let ys=e,cs=e,hs=!0,Ys=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Vr;if(s.op===void 0&&(Vr="op")){let vs={};r===null?r=[vs]:r.push(vs),e++}else if(s.op!==void 0&&
s.op!=="is"){let vs={};r===null?r=[vs]:r.push(vs),e++}}var W=Ys===e;if(e=cs,r!==null&&(cs?r.length=cs:r=null),W){let Vr=e;
if(e===Vr)if(s&&typeof s=="object"&&!Array.isArray(s)){let xr;if(s.op===void 0&&(xr="op")||s.of===void 0&&(xr="of")||s.test===
void 0&&(xr="test")||s.args===void 0&&(xr="args")||s.negated===void 0&&(xr="negated"))return l.errors=[{instancePath:t,schemaPath:"\
#/allOf/12/then/required",keyword:"required",params:{missingProperty:xr},message:"must have required property '"+xr+"'"}],
!1;{let Dr=e;for(let E in s)if(!(E==="op"||E==="of"||E==="test"||E==="args"||E==="negated")){return l.errors=[{instancePath:t,
schemaPath:"#/allOf/12/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:E},message:"\
must NOT have additional properties"}],!1;break}if(Dr===e){if(s.op!==void 0){let E=e;if(s.op!=="is")return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/12/then/properties/op/const",keyword:"const",params:{allowedValue:"is"},message:"must be equal\
 to constant"}],!1;var be=E===e}else var be=!0;if(be){if(s.of!==void 0){let E=e;u.validate(s.of,{instancePath:t+"/of",parentData:s,
parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);
var be=E===e}else var be=!0;if(be){if(s.test!==void 0){let E=s.test,dr=e;if(!(E==="defined"||E==="undefined"||E==="none"||
E==="true"||E==="false"||E==="boolean"||E==="number"||E==="integer"||E==="float"||E==="string"||E==="mapping"||E==="sequ\
ence"||E==="iterable"||E==="even"||E==="odd"||E==="divisibleby"||E==="lower"||E==="upper"||E==="in"||E==="eq"||E==="equa\
lto"||E==="sameas"||E==="ne"||E==="lt"||E==="lessthan"||E==="le"||E==="gt"||E==="greaterthan"||E==="ge"))return l.errors=
[{instancePath:t+"/test",schemaPath:"#/allOf/12/then/properties/test/enum",keyword:"enum",params:{allowedValues:es.allOf[12].
then.properties.test.enum},message:"must be equal to one of the allowed values"}],!1;var be=dr===e}else var be=!0;if(be){
if(s.args!==void 0){let E=s.args,dr=e;if(e===dr)if(Array.isArray(E)){var Fe=!0;let mr=E.length;for(let Sr=0;Sr<mr;Sr++){
let ge=e;u.validate(E[Sr],{instancePath:t+"/args/"+Sr,parentData:E,parentDataProperty:Sr,rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var Fe=ge===e;if(!Fe)break}}else return l.errors=[
{instancePath:t+"/args",schemaPath:"#/allOf/12/then/properties/args/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var be=dr===e}else var be=!0;if(be)if(s.negated!==void 0){let E=e;if(typeof s.negated!="boolean")return l.
errors=[{instancePath:t+"/negated",schemaPath:"#/allOf/12/then/properties/negated/type",keyword:"type",params:{type:"boo\
lean"},message:"must be boolean"}],!1;var be=E===e}else var be=!0}}}}}}else return l.errors=[{instancePath:t,schemaPath:"\
#/allOf/12/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var W=Vr===e;if(hs=W,hs)var Ae=!0}
if(!hs){let Vr={instancePath:t,schemaPath:"#/allOf/12/if",keyword:"if",params:{failingKeyword:"then"},message:'must matc\
h "then" schema'};return r===null?r=[Vr]:r.push(Vr),e++,l.errors=r,!1}var m=ys===e;if(m){i!==!0&&Ae!==void 0&&(Ae===!0?i=
!0:(i=i||{},Object.assign(i,Ae)));let Vr=e,vs=e,xr=!0,Dr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let dr;if(s.op===
void 0&&(dr="op")){let gs={};r===null?r=[gs]:r.push(gs),e++}else if(s.op!==void 0&&s.op!=="arithmetic"){let gs={};r===null?
r=[gs]:r.push(gs),e++}}var C=Dr===e;if(e=vs,r!==null&&(vs?r.length=vs:r=null),C){let dr=e;if(e===dr)if(s&&typeof s=="obj\
ect"&&!Array.isArray(s)){let mr;if(s.op===void 0&&(mr="op")||s.fn===void 0&&(mr="fn")||s.left===void 0&&(mr="left")||s.right===
void 0&&(mr="right"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/13/then/required",keyword:"required",params:{missingProperty:mr},
message:"must have required property '"+mr+"'"}],!1;{let Sr=e;for(let ge in s)if(!(ge==="op"||ge==="fn"||ge==="left"||ge===
"right")){return l.errors=[{instancePath:t,schemaPath:"#/allOf/13/then/additionalProperties",keyword:"additionalProperti\
es",params:{additionalProperty:ge},message:"must NOT have additional properties"}],!1;break}if(Sr===e){if(s.op!==void 0){
let ge=e;if(s.op!=="arithmetic")return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/13/then/properties/op/const",
keyword:"const",params:{allowedValue:"arithmetic"},message:"must be equal to constant"}],!1;var ae=ge===e}else var ae=!0;
if(ae){if(s.fn!==void 0){let ge=s.fn,Ar=e;if(!(ge==="+"||ge==="-"||ge==="*"||ge==="/"||ge==="//"||ge==="%"||ge==="**"))return l.
errors=[{instancePath:t+"/fn",schemaPath:"#/allOf/13/then/properties/fn/enum",keyword:"enum",params:{allowedValues:es.allOf[13].
then.properties.fn.enum},message:"must be equal to one of the allowed values"}],!1;var ae=Ar===e}else var ae=!0;if(ae){if(s.
left!==void 0){let ge=e;u.validate(s.left,{instancePath:t+"/left",parentData:s,parentDataProperty:"left",rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var ae=ge===e}else var ae=!0;if(ae)if(s.right!==void 0){
let ge=e;u.validate(s.right,{instancePath:t+"/right",parentData:s,parentDataProperty:"right",rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var ae=ge===e}else var ae=!0}}}}}else return l.errors=
[{instancePath:t,schemaPath:"#/allOf/13/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var C=dr===
e;if(xr=C,xr)var Ce=!0}if(!xr){let dr={instancePath:t,schemaPath:"#/allOf/13/if",keyword:"if",params:{failingKeyword:"th\
en"},message:'must match "then" schema'};return r===null?r=[dr]:r.push(dr),e++,l.errors=r,!1}var m=Vr===e;if(m){i!==!0&&
Ce!==void 0&&(Ce===!0?i=!0:(i=i||{},Object.assign(i,Ce)));let dr=e,gs=e,mr=!0,Sr=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let Ar;if(s.op===void 0&&(Ar="op")){let bs={};r===null?r=[bs]:r.push(bs),e++}else if(s.op!==void 0&&s.op!=="list"){let bs={};
r===null?r=[bs]:r.push(bs),e++}}var $e=Sr===e;if(e=gs,r!==null&&(gs?r.length=gs:r=null),$e){let Ar=e;if(e===Ar)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Ts;if(s.op===void 0&&(Ts="op")||s.items===void 0&&(Ts="items"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/14/then/required",keyword:"required",params:{missingProperty:Ts},message:"must have required propert\
y '"+Ts+"'"}],!1;{let Zs=e;for(let Xr in s)if(!(Xr==="op"||Xr==="items")){return l.errors=[{instancePath:t,schemaPath:"#\
/allOf/14/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Xr},message:"must NOT hav\
e additional properties"}],!1;break}if(Zs===e){if(s.op!==void 0){let Xr=e;if(s.op!=="list")return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/14/then/properties/op/const",keyword:"const",params:{allowedValue:"list"},message:"must be equ\
al to constant"}],!1;var je=Xr===e}else var je=!0;if(je)if(s.items!==void 0){let Xr=s.items,Fr=e;if(e===Fr)if(Array.isArray(
Xr)){var he=!0;let Yr=Xr.length;for(let ks=0;ks<Yr;ks++){let Cr=e;u.validate(Xr[ks],{instancePath:t+"/items/"+ks,parentData:Xr,
parentDataProperty:ks,rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);
var he=Cr===e;if(!he)break}}else return l.errors=[{instancePath:t+"/items",schemaPath:"#/allOf/14/then/properties/items/\
type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var je=Fr===e}else var je=!0}}}else return l.errors=
[{instancePath:t,schemaPath:"#/allOf/14/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var $e=Ar===
e;if(mr=$e,mr)var S=!0}if(!mr){let Ar={instancePath:t,schemaPath:"#/allOf/14/if",keyword:"if",params:{failingKeyword:"th\
en"},message:'must match "then" schema'};return r===null?r=[Ar]:r.push(Ar),e++,l.errors=r,!1}var m=dr===e;if(m){i!==!0&&
S!==void 0&&(S===!0?i=!0:(i=i||{},Object.assign(i,S)));let Ar=e,bs=e,Ts=!0,Zs=e;if(s&&typeof s=="object"&&!Array.isArray(
s)){let Fr;if(s.op===void 0&&(Fr="op")){let _s={};r===null?r=[_s]:r.push(_s),e++}else if(s.op!==void 0&&s.op!=="dict"){let _s={};
r===null?r=[_s]:r.push(_s),e++}}var _r=Zs===e;if(e=bs,r!==null&&(bs?r.length=bs:r=null),_r){let Fr=e;if(e===Fr)if(s&&typeof s==
"object"&&!Array.isArray(s)){let Yr;if(s.op===void 0&&(Yr="op")||s.entries===void 0&&(Yr="entries"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/15/then/required",keyword:"required",params:{missingProperty:Yr},message:"must have required propert\
y '"+Yr+"'"}],!1;{let ks=e;for(let Cr in s)if(!(Cr==="op"||Cr==="entries")){return l.errors=[{instancePath:t,schemaPath:"\
#/allOf/15/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:Cr},message:"must NOT ha\
ve additional properties"}],!1;break}if(ks===e){if(s.op!==void 0){let Cr=e;if(s.op!=="dict")return l.errors=[{instancePath:t+
"/op",schemaPath:"#/allOf/15/then/properties/op/const",keyword:"const",params:{allowedValue:"dict"},message:"must be equ\
al to constant"}],!1;var nr=Cr===e}else var nr=!0;if(nr)if(s.entries!==void 0){let Cr=s.entries,Ir=e;if(e===Ir)if(Array.
isArray(Cr)){var or=!0;let Br=Cr.length;for(let Gr=0;Gr<Br;Gr++){let te=Cr[Gr],er=e;if(e===er)if(Array.isArray(te)){if(te.
length>2)return l.errors=[{instancePath:t+"/entries/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/maxItems",
keyword:"maxItems",params:{limit:2},message:"must NOT have more than 2 items"}],!1;if(te.length<2)return l.errors=[{instancePath:t+
"/entries/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/minItems",keyword:"minItems",params:{limit:2},message:"\
must NOT have fewer than 2 items"}],!1;{var Er=!0;let tr=te.length;for(let yr=0;yr<tr;yr++){let ue=e;u.validate(te[yr],{
instancePath:t+"/entries/"+Gr+"/"+yr,parentData:te,parentDataProperty:yr,rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.
errors:r.concat(u.validate.errors),e=r.length);var Er=ue===e;if(!Er)break}}}else return l.errors=[{instancePath:t+"/entr\
ies/"+Gr,schemaPath:"#/allOf/15/then/properties/entries/items/type",keyword:"type",params:{type:"array"},message:"must b\
e array"}],!1;var or=er===e;if(!or)break}}else return l.errors=[{instancePath:t+"/entries",schemaPath:"#/allOf/15/then/p\
roperties/entries/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var nr=Ir===e}else var nr=!0}}}else
return l.errors=[{instancePath:t,schemaPath:"#/allOf/15/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var _r=Fr===e;if(Ts=_r,Ts)var lr=!0}if(!Ts){let Fr={instancePath:t,schemaPath:"#/allOf/15/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[Fr]:r.push(Fr),e++,l.errors=r,!1}var m=Ar===
e;if(m){i!==!0&&lr!==void 0&&(lr===!0?i=!0:(i=i||{},Object.assign(i,lr)));let Fr=e,_s=e,Yr=!0,ks=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Ir;if(s.op===void 0&&(Ir="op")){let ws={};r===null?r=[ws]:r.push(ws),e++}else if(s.op!==void 0&&
s.op!=="call"){let ws={};r===null?r=[ws]:r.push(ws),e++}}var fr=ks===e;if(e=_s,r!==null&&(_s?r.length=_s:r=null),fr){let Ir=e;
if(e===Ir)if(s&&typeof s=="object"&&!Array.isArray(s)){let Br;if(s.op===void 0&&(Br="op")||s.fn===void 0&&(Br="fn")||s.args===
void 0&&(Br="args"))return l.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/required",keyword:"required",params:{missingProperty:Br},
message:"must have required property '"+Br+"'"}],!1;{let Gr=e;for(let te in s)if(!(te==="op"||te==="fn"||te==="args"||te===
"named")){return l.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/additionalProperties",keyword:"additionalProperti\
es",params:{additionalProperty:te},message:"must NOT have additional properties"}],!1;break}if(Gr===e){if(s.op!==void 0){
let te=e;if(s.op!=="call")return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/16/then/properties/op/const",keyword:"\
const",params:{allowedValue:"call"},message:"must be equal to constant"}],!1;var Qe=te===e}else var Qe=!0;if(Qe){if(s.fn!==
void 0){let te=s.fn,er=e;if(!(te==="len"||te==="str"||te==="int"||te==="float"||te==="bool"||te==="abs"||te==="min"||te===
"max"||te==="sum"||te==="any"||te==="all"||te==="round"||te==="sorted"||te==="list"||te==="dict"||te==="range"||te==="en\
umerate"||te==="zip"))return l.errors=[{instancePath:t+"/fn",schemaPath:"#/allOf/16/then/properties/fn/enum",keyword:"en\
um",params:{allowedValues:es.allOf[16].then.properties.fn.enum},message:"must be equal to one of the allowed values"}],!1;
var Qe=er===e}else var Qe=!0;if(Qe){if(s.args!==void 0){let te=s.args,er=e;if(e===er)if(Array.isArray(te)){var Mr=!0;let tr=te.
length;for(let yr=0;yr<tr;yr++){let ue=e;u.validate(te[yr],{instancePath:t+"/args/"+yr,parentData:te,parentDataProperty:yr,
rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var Mr=ue===e;if(!Mr)
break}}else return l.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/16/then/properties/args/type",keyword:"type",params:{
type:"array"},message:"must be array"}],!1;var Qe=er===e}else var Qe=!0;if(Qe)if(s.named!==void 0){let te=s.named,er=e;if(e===
er)if(te&&typeof te=="object"&&!Array.isArray(te))for(let tr in te){let yr=e;u.validate(te[tr],{instancePath:t+"/named/"+
tr.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:te,parentDataProperty:tr,rootData:D,dynamicAnchors:F})||(r=r===null?
u.validate.errors:r.concat(u.validate.errors),e=r.length);var xs=yr===e;if(!xs)break}else return l.errors=[{instancePath:t+
"/named",schemaPath:"#/allOf/16/then/properties/named/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"}],!1;var Qe=er===e}else var Qe=!0}}}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/16/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var fr=Ir===e;if(Yr=fr,Yr)var qe=!0}if(!Yr){let Ir={instancePath:t,
schemaPath:"#/allOf/16/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Ir]:r.push(Ir),e++,l.errors=r,!1}var m=Fr===e;if(m){i!==!0&&qe!==void 0&&(qe===!0?i=!0:(i=i||{},Object.assign(i,qe)));
let Ir=e,ws=e,Br=!0,Gr=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let er;if(s.op===void 0&&(er="op")){let Ps={};r===
null?r=[Ps]:r.push(Ps),e++}else if(s.op!==void 0&&s.op!=="method"){let Ps={};r===null?r=[Ps]:r.push(Ps),e++}}var kr=Gr===
e;if(e=ws,r!==null&&(ws?r.length=ws:r=null),kr){let er=e;if(e===er)if(s&&typeof s=="object"&&!Array.isArray(s)){let tr;if(s.
op===void 0&&(tr="op")||s.of===void 0&&(tr="of")||s.name===void 0&&(tr="name")||s.args===void 0&&(tr="args"))return l.errors=
[{instancePath:t,schemaPath:"#/allOf/17/then/required",keyword:"required",params:{missingProperty:tr},message:"must have\
 required property '"+tr+"'"}],!1;{let yr=e;for(let ue in s)if(!(ue==="op"||ue==="of"||ue==="name"||ue==="args")){return l.
errors=[{instancePath:t,schemaPath:"#/allOf/17/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:ue},
message:"must NOT have additional properties"}],!1;break}if(yr===e){if(s.op!==void 0){let ue=e;if(s.op!=="method")return l.
errors=[{instancePath:t+"/op",schemaPath:"#/allOf/17/then/properties/op/const",keyword:"const",params:{allowedValue:"met\
hod"},message:"must be equal to constant"}],!1;var Ue=ue===e}else var Ue=!0;if(Ue){if(s.of!==void 0){let ue=e;u.validate(
s.of,{instancePath:t+"/of",parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:
r.concat(u.validate.errors),e=r.length);var Ue=ue===e}else var Ue=!0;if(Ue){if(s.name!==void 0){let ue=s.name,Pr=e;if(!(ue===
"upper"||ue==="lower"||ue==="title"||ue==="capitalize"||ue==="strip"||ue==="lstrip"||ue==="rstrip"||ue==="split"||ue==="\
rsplit"||ue==="splitlines"||ue==="startswith"||ue==="endswith"||ue==="replace"||ue==="find"||ue==="join"||ue==="count"||
ue==="index"||ue==="keys"||ue==="values"||ue==="items"||ue==="get"))return l.errors=[{instancePath:t+"/name",schemaPath:"\
#/allOf/17/then/properties/name/enum",keyword:"enum",params:{allowedValues:es.allOf[17].then.properties.name.enum},message:"\
must be equal to one of the allowed values"}],!1;var Ue=Pr===e}else var Ue=!0;if(Ue)if(s.args!==void 0){let ue=s.args,Pr=e;
if(e===Pr)if(Array.isArray(ue)){var Ze=!0;let $r=ue.length;for(let js=0;js<$r;js++){let N=e;u.validate(ue[js],{instancePath:t+
"/args/"+js,parentData:ue,parentDataProperty:js,rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.
validate.errors),e=r.length);var Ze=N===e;if(!Ze)break}}else return l.errors=[{instancePath:t+"/args",schemaPath:"#/allO\
f/17/then/properties/args/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ue=Pr===e}else var Ue=!0}}}}}else
return l.errors=[{instancePath:t,schemaPath:"#/allOf/17/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var kr=er===e;if(Br=kr,Br)var Be=!0}if(!Br){let er={instancePath:t,schemaPath:"#/allOf/17/if",keyword:"if",
params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[er]:r.push(er),e++,l.errors=r,!1}var m=Ir===
e;if(m){i!==!0&&Be!==void 0&&(Be===!0?i=!0:(i=i||{},Object.assign(i,Be)));let er=e,Ps=e,tr=!0,yr=e;if(s&&typeof s=="obje\
ct"&&!Array.isArray(s)){let Pr;if(s.op===void 0&&(Pr="op")){let Os={};r===null?r=[Os]:r.push(Os),e++}else if(s.op!==void 0&&
s.op!=="filter"){let Os={};r===null?r=[Os]:r.push(Os),e++}}var Ne=yr===e;if(e=Ps,r!==null&&(Ps?r.length=Ps:r=null),Ne){let Pr=e;
if(e===Pr)if(s&&typeof s=="object"&&!Array.isArray(s)){let $r;if(s.op===void 0&&($r="op")||s.of===void 0&&($r="of")||s.name===
void 0&&($r="name")||s.args===void 0&&($r="args")||s.named===void 0&&($r="named"))return l.errors=[{instancePath:t,schemaPath:"\
#/allOf/18/then/required",keyword:"required",params:{missingProperty:$r},message:"must have required property '"+$r+"'"}],
!1;{let js=e;for(let N in s)if(!(N==="op"||N==="of"||N==="name"||N==="args"||N==="named")){return l.errors=[{instancePath:t,
schemaPath:"#/allOf/18/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:N},message:"\
must NOT have additional properties"}],!1;break}if(js===e){if(s.op!==void 0){let N=e;if(s.op!=="filter")return l.errors=
[{instancePath:t+"/op",schemaPath:"#/allOf/18/then/properties/op/const",keyword:"const",params:{allowedValue:"filter"},message:"\
must be equal to constant"}],!1;var Ee=N===e}else var Ee=!0;if(Ee){if(s.of!==void 0){let N=e;u.validate(s.of,{instancePath:t+
"/of",parentData:s,parentDataProperty:"of",rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.
errors),e=r.length);var Ee=N===e}else var Ee=!0;if(Ee){if(s.name!==void 0){let N=s.name,cr=e;if(!(N==="join"||N==="upper"||
N==="lower"||N==="title"||N==="capitalize"||N==="trim"||N==="replace"||N==="truncate"||N==="default"||N==="length"||N===
"first"||N==="last"||N==="reverse"||N==="sort"||N==="unique"||N==="round"||N==="abs"||N==="int"||N==="float"||N==="strin\
g"||N==="list"||N==="tojson"||N==="dump"||N==="indent"||N==="wordcount"||N==="striptags"||N==="urlencode"||N==="escape"||
N==="map"||N==="select"||N==="reject"||N==="selectattr"||N==="rejectattr"||N==="groupby"||N==="batch"||N==="slice"||N===
"sum"||N==="min"||N==="max"||N==="items"))return l.errors=[{instancePath:t+"/name",schemaPath:"#/allOf/18/then/propertie\
s/name/enum",keyword:"enum",params:{allowedValues:es.allOf[18].then.properties.name.enum},message:"must be equal to one \
of the allowed values"}],!1;var Ee=cr===e}else var Ee=!0;if(Ee){if(s.args!==void 0){let N=s.args,cr=e;if(e===cr)if(Array.
isArray(N)){var y=!0;let wr=N.length;for(let Lr=0;Lr<wr;Lr++){let hr=e;u.validate(N[Lr],{instancePath:t+"/args/"+Lr,parentData:N,
parentDataProperty:Lr,rootData:D,dynamicAnchors:F})||(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);
var y=hr===e;if(!y)break}}else return l.errors=[{instancePath:t+"/args",schemaPath:"#/allOf/18/then/properties/args/type",
keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ee=cr===e}else var Ee=!0;if(Ee)if(s.named!==void 0){
let N=s.named,cr=e;if(e===cr)if(N&&typeof N=="object"&&!Array.isArray(N))for(let wr in N){let Lr=e;u.validate(N[wr],{instancePath:t+
"/named/"+wr.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:N,parentDataProperty:wr,rootData:D,dynamicAnchors:F})||(r=
r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var ye=Lr===e;if(!ye)break}else return l.errors=[{instancePath:t+
"/named",schemaPath:"#/allOf/18/then/properties/named/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"}],!1;var Ee=cr===e}else var Ee=!0}}}}}}else return l.errors=[{instancePath:t,schemaPath:"#/allOf/18/then/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var Ne=Pr===e;if(tr=Ne,tr)var Te=!0}if(!tr){let Pr={instancePath:t,
schemaPath:"#/allOf/18/if",keyword:"if",params:{failingKeyword:"then"},message:'must match "then" schema'};return r===null?
r=[Pr]:r.push(Pr),e++,l.errors=r,!1}var m=er===e;if(m){i!==!0&&Te!==void 0&&(Te===!0?i=!0:(i=i||{},Object.assign(i,Te)));
let Pr=e,Os=e,$r=!0,js=e;if(s&&typeof s=="object"&&!Array.isArray(s)){let cr;if(s.op===void 0&&(cr="op")){let qs={};r===
null?r=[qs]:r.push(qs),e++}else if(s.op!==void 0&&s.op!=="comprehension"){let qs={};r===null?r=[qs]:r.push(qs),e++}}var V=js===
e;if(e=Os,r!==null&&(Os?r.length=Os:r=null),V){let cr=e;if(e===cr)if(s&&typeof s=="object"&&!Array.isArray(s)){let wr;if(s.
op===void 0&&(wr="op")||s.body===void 0&&(wr="body")||s.clauses===void 0&&(wr="clauses"))return l.errors=[{instancePath:t,
schemaPath:"#/allOf/19/then/required",keyword:"required",params:{missingProperty:wr},message:"must have required propert\
y '"+wr+"'"}],!1;{let Lr=e;for(let hr in s)if(!(hr==="op"||hr==="body"||hr==="clauses"||hr==="lazy")){return l.errors=[{
instancePath:t,schemaPath:"#/allOf/19/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:hr},
message:"must NOT have additional properties"}],!1;break}if(Lr===e){if(s.op!==void 0){let hr=e;if(s.op!=="comprehension")
return l.errors=[{instancePath:t+"/op",schemaPath:"#/allOf/19/then/properties/op/const",keyword:"const",params:{allowedValue:"\
comprehension"},message:"must be equal to constant"}],!1;var Z=hr===e}else var Z=!0;if(Z){if(s.body!==void 0){let hr=e;u.
validate(s.body,{instancePath:t+"/body",parentData:s,parentDataProperty:"body",rootData:D,dynamicAnchors:F})||(r=r===null?
u.validate.errors:r.concat(u.validate.errors),e=r.length);var Z=hr===e}else var Z=!0;if(Z){if(s.clauses!==void 0){let hr=s.
clauses,Zr=e;if(e===Zr)if(Array.isArray(hr)){var o=!0;let zs=hr.length;for(let Nr=0;Nr<zs;Nr++){let He=hr[Nr],Rs=e;if(e===
Rs)if(He&&typeof He=="object"&&!Array.isArray(He)){let Fs;if(He.names===void 0&&(Fs="names")||He.in===void 0&&(Fs="in")||
He.if===void 0&&(Fs="if"))return l.errors=[{instancePath:t+"/clauses/"+Nr,schemaPath:"#/allOf/19/then/properties/clauses\
/items/required",keyword:"required",params:{missingProperty:Fs},message:"must have required property '"+Fs+"'"}],!1;{let Is=e;
for(let vr in He)if(!(vr==="names"||vr==="in"||vr==="if")){return l.errors=[{instancePath:t+"/clauses/"+Nr,schemaPath:"#\
/allOf/19/then/properties/clauses/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:vr},
message:"must NOT have additional properties"}],!1;break}if(Is===e){if(He.names!==void 0){let vr=He.names,Ss=e;if(e===Ss)
if(Array.isArray(vr)){var G=!0;let st=vr.length;for(let Es=0;Es<st;Es++){let Ks=e;if(typeof vr[Es]!="string")return l.errors=
[{instancePath:t+"/clauses/"+Nr+"/names/"+Es,schemaPath:"#/allOf/19/then/properties/clauses/items/properties/names/items\
/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var G=Ks===e;if(!G)break}}else return l.errors=
[{instancePath:t+"/clauses/"+Nr+"/names",schemaPath:"#/allOf/19/then/properties/clauses/items/properties/names/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var v=Ss===e}else var v=!0;if(v){if(He.in!==void 0){let vr=e;u.
validate(He.in,{instancePath:t+"/clauses/"+Nr+"/in",parentData:He,parentDataProperty:"in",rootData:D,dynamicAnchors:F})||
(r=r===null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var v=vr===e}else var v=!0;if(v)if(He.if!==void 0){
let vr=He.if,Ss=e;if(e===Ss)if(Array.isArray(vr)){var x=!0;let Es=vr.length;for(let Ks=0;Ks<Es;Ks++){let tt=e;u.validate(
vr[Ks],{instancePath:t+"/clauses/"+Nr+"/if/"+Ks,parentData:vr,parentDataProperty:Ks,rootData:D,dynamicAnchors:F})||(r=r===
null?u.validate.errors:r.concat(u.validate.errors),e=r.length);var x=tt===e;if(!x)break}}else return l.errors=[{instancePath:t+
"/clauses/"+Nr+"/if",schemaPath:"#/allOf/19/then/properties/clauses/items/properties/if/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var v=Ss===e}else var v=!0}}}}else return l.errors=[{instancePath:t+"/clauses/"+Nr,
schemaPath:"#/allOf/19/then/properties/clauses/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],
!1;var o=Rs===e;if(!o)break}}else return l.errors=[{instancePath:t+"/clauses",schemaPath:"#/allOf/19/then/properties/cla\
uses/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Z=Zr===e}else var Z=!0;if(Z)if(s.lazy!==
void 0){let hr=e;if(s.lazy!==!0)return l.errors=[{instancePath:t+"/lazy",schemaPath:"#/allOf/19/then/properties/lazy/con\
st",keyword:"const",params:{allowedValue:!0},message:"must be equal to constant"}],!1;var Z=hr===e}else var Z=!0}}}}}else
return l.errors=[{instancePath:t,schemaPath:"#/allOf/19/then/type",keyword:"type",params:{type:"object"},message:"must b\
e object"}],!1;var V=cr===e;if($r=V,$r)var _=!0}if(!$r){let cr={instancePath:t,schemaPath:"#/allOf/19/if",keyword:"if",params:{
failingKeyword:"then"},message:'must match "then" schema'};return r===null?r=[cr]:r.push(cr),e++,l.errors=r,!1}var m=Pr===
e;if(m){i!==!0&&_!==void 0&&(_===!0?i=!0:(i=i||{},Object.assign(i,_)));let cr=e,qs=e,wr=!0,Lr=e;if(s&&typeof s=="object"&&
!Array.isArray(s)){let Zr;if(s.op===void 0&&(Zr="op")){let Hs={};r===null?r=[Hs]:r.push(Hs),e++}else if(s.op!==void 0&&s.
op!=="text"){let Hs={};r===null?r=[Hs]:r.push(Hs),e++}}var c=Lr===e;if(e=qs,r!==null&&(qs?r.length=qs:r=null),c){let Zr=e;
if(e===Zr)if(s&&typeof s=="object"&&!Array.isArray(s)){let zs;if(s.op===void 0&&(zs="op")||s.parts===void 0&&(zs="parts"))
return l.errors=[{instancePath:t,schemaPath:"#/allOf/20/then/required",keyword:"required",params:{missingProperty:zs},message:"\
must have required property '"+zs+"'"}],!1;{let Nr=e;for(let He in s)if(!(He==="op"||He==="parts")){return l.errors=[{instancePath:t,
schemaPath:"#/allOf/20/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:He},message:"\
must NOT have additional properties"}],!1;break}if(Nr===e){if(s.op!==void 0){let He=e;if(s.op!=="text")return l.errors=[
{instancePath:t+"/op",schemaPath:"#/allOf/20/then/properties/op/const",keyword:"const",params:{allowedValue:"text"},message:"\
must be equal to constant"}],!1;var ce=He===e}else var ce=!0;if(ce)if(s.parts!==void 0){let He=s.parts,Rs=e;if(e===Rs)if(Array.
isArray(He)){var h=!0;let Fs=He.length;for(let Is=0;Is<Fs;Is++){let vr=e;X(He[Is],{instancePath:t+"/parts/"+Is,parentData:He,
parentDataProperty:Is,rootData:D,dynamicAnchors:F})||(r=r===null?X.errors:r.concat(X.errors),e=r.length);var h=vr===e;if(!h)
break}}else return l.errors=[{instancePath:t+"/parts",schemaPath:"#/allOf/20/then/properties/parts/type",keyword:"type",
params:{type:"array"},message:"must be array"}],!1;var ce=Rs===e}else var ce=!0}}}else return l.errors=[{instancePath:t,
schemaPath:"#/allOf/20/then/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var c=Zr===e;if(wr=
c,wr)var re=!0}if(!wr){let Zr={instancePath:t,schemaPath:"#/allOf/20/if",keyword:"if",params:{failingKeyword:"then"},message:'\
must match "then" schema'};return r===null?r=[Zr]:r.push(Zr),e++,l.errors=r,!1}var m=cr===e;m&&i!==!0&&re!==void 0&&(re===
!0?i=!0:(i=i||{},Object.assign(i,re)))}}}}}}}}}}}}}}}}}}}}if(e===0)if(s&&typeof s=="object"&&!Array.isArray(s)){let d;if(s.
op===void 0&&(d="op"))return l.errors=[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:d},
message:"must have required property '"+d+"'"}],!1;if(i!==!0&&(i=i||{},i.op=!0),s.op!==void 0){let p=s.op;if(!(p==="lit"||
p==="root"||p==="local"||p==="get"||p==="index"||p==="slice"||p==="not"||p==="negate"||p==="and"||p==="or"||p==="if"||p===
"compare"||p==="is"||p==="arithmetic"||p==="list"||p==="dict"||p==="call"||p==="method"||p==="filter"||p==="comprehensio\
n"||p==="text"))return l.errors=[{instancePath:t+"/op",schemaPath:"#/properties/op/enum",keyword:"enum",params:{allowedValues:es.
properties.op.enum},message:"must be equal to one of the allowed values"}],!1}}else return l.errors=[{instancePath:t,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;return l.errors=r,we.props=i,e===0}l.evaluated=
{dynamicProps:!0,dynamicItems:!1};function A(s,{instancePath:t="",parentData:Js,parentDataProperty:Ws,rootData:D=s,dynamicAnchors:F={}}={}){
let r=null,e=0,we=A.evaluated;if(we.dynamicProps&&(we.props=void 0),we.dynamicItems&&(we.items=void 0),e===0)if(s&&typeof s==
"object"&&!Array.isArray(s)){let ee;if(s.format===void 0&&(ee="format")||s.hash===void 0&&(ee="hash")||s.workflow===void 0&&
(ee="workflow")||s.state===void 0&&(ee="state")||s.inputs===void 0&&(ee="inputs")||s.start===void 0&&(ee="start")||s.ops===
void 0&&(ee="ops")||s.code===void 0&&(ee="code")||s.env===void 0&&(ee="env")||s.recorded_env===void 0&&(ee="recorded_env")||
s.requires===void 0&&(ee="requires")||s.settings===void 0&&(ee="settings")||s.debug===void 0&&(ee="debug"))return A.errors=
[{instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:ee},message:"must have required prop\
erty '"+ee+"'"}],!1;{let ir=e;for(let a in s)if(!Cs.call(et.properties,a)){return A.errors=[{instancePath:t,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NOT have additional p\
roperties"}],!1;break}if(ir===e){if(s.format!==void 0){let a=e;if(s.format!==1)return A.errors=[{instancePath:t+"/format",
schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue:1},message:"must be equal to constant"}],!1;
var M=a===e}else var M=!0;if(M){if(s.hash!==void 0){let a=s.hash,J=e;if(e===J)if(typeof a=="string"){if(!it.test(a))return A.
errors=[{instancePath:t+"/hash",schemaPath:"#/properties/hash/pattern",keyword:"pattern",params:{pattern:"^[0-9a-f]{64}$"},
message:'must match pattern "^[0-9a-f]{64}$"'}],!1}else return A.errors=[{instancePath:t+"/hash",schemaPath:"#/propertie\
s/hash/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var M=J===e}else var M=!0;if(M){if(s.workflow!==
void 0){let a=s.workflow,J=e;if(e===J)if(a&&typeof a=="object"&&!Array.isArray(a)){let oe;if(a.id===void 0&&(oe="id")||a.
version===void 0&&(oe="version"))return A.errors=[{instancePath:t+"/workflow",schemaPath:"#/properties/workflow/required",
keyword:"required",params:{missingProperty:oe},message:"must have required property '"+oe+"'"}],!1;{let q=e;for(let k in a)
if(!(k==="id"||k==="version"||k==="name"||k==="description"||k==="labels")){return A.errors=[{instancePath:t+"/workflow",
schemaPath:"#/properties/workflow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:k},message:"\
must NOT have additional properties"}],!1;break}if(q===e){if(a.id!==void 0){let k=e;if(typeof a.id!="string")return A.errors=
[{instancePath:t+"/workflow/id",schemaPath:"#/properties/workflow/properties/id/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"}],!1;var _e=k===e}else var _e=!0;if(_e){if(a.version!==void 0){let k=e;if(typeof a.version!=
"string")return A.errors=[{instancePath:t+"/workflow/version",schemaPath:"#/properties/workflow/properties/version/type",
keyword:"type",params:{type:"string"},message:"must be string"}],!1;var _e=k===e}else var _e=!0;if(_e){if(a.name!==void 0){
let k=e;if(typeof a.name!="string")return A.errors=[{instancePath:t+"/workflow/name",schemaPath:"#/properties/workflow/p\
roperties/name/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var _e=k===e}else var _e=!0;if(_e){
if(a.description!==void 0){let k=e;if(typeof a.description!="string")return A.errors=[{instancePath:t+"/workflow/descrip\
tion",schemaPath:"#/properties/workflow/properties/description/type",keyword:"type",params:{type:"string"},message:"must\
 be string"}],!1;var _e=k===e}else var _e=!0;if(_e)if(a.labels!==void 0){let k=a.labels,me=e;if(e===me)if(k&&typeof k=="\
object"&&!Array.isArray(k))for(let Y in k){let K=e;if(typeof k[Y]!="string")return A.errors=[{instancePath:t+"/workflow/\
labels/"+Y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/workflow/properties/labels/additionalProperti\
es/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Me=K===e;if(!Me)break}else return A.errors=
[{instancePath:t+"/workflow/labels",schemaPath:"#/properties/workflow/properties/labels/type",keyword:"type",params:{type:"\
object"},message:"must be object"}],!1;var _e=me===e}else var _e=!0}}}}}}else return A.errors=[{instancePath:t+"/workflo\
w",schemaPath:"#/properties/workflow/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var M=J===
e}else var M=!0;if(M){if(s.state!==void 0){let a=s.state,J=e;if(e===J)if(a&&typeof a=="object"&&!Array.isArray(a))for(let oe in a){
let q=a[oe],k=e;if(e===k)if(q&&typeof q=="object"&&!Array.isArray(q)){let me;if(q.type===void 0&&(me="type"))return A.errors=
[{instancePath:t+"/state/"+oe.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties\
/required",keyword:"required",params:{missingProperty:me},message:"must have required property '"+me+"'"}],!1;{let rr=e;
for(let Y in q)if(!(Y==="type"||Y==="schema"||Y==="default")){return A.errors=[{instancePath:t+"/state/"+oe.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:Y},message:"must NOT have additional properties"}],!1;break}rr===e&&q.type!==void 0&&
(O(q.type,{instancePath:t+"/state/"+oe.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",parentData:q,parentDataProperty:"t\
ype",rootData:D,dynamicAnchors:F})||(r=r===null?O.errors:r.concat(O.errors),e=r.length))}}else return A.errors=[{instancePath:t+
"/state/"+oe.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/state/additionalProperties/type",keyword:"t\
ype",params:{type:"object"},message:"must be object"}],!1;var Or=k===e;if(!Or)break}else return A.errors=[{instancePath:t+
"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var M=J===
e}else var M=!0;if(M){if(s.inputs!==void 0){let a=s.inputs,J=e;if(e===J)if(Array.isArray(a)){var Ge=!0;let oe=a.length;for(let q=0;q<
oe;q++){let k=a[q],me=e;if(e===me)if(k&&typeof k=="object"&&!Array.isArray(k)){let Y;if(k.key===void 0&&(Y="key")||k.required===
void 0&&(Y="required"))return A.errors=[{instancePath:t+"/inputs/"+q,schemaPath:"#/properties/inputs/items/required",keyword:"\
required",params:{missingProperty:Y},message:"must have required property '"+Y+"'"}],!1;{let K=e;for(let P in k)if(!(P===
"key"||P==="required")){return A.errors=[{instancePath:t+"/inputs/"+q,schemaPath:"#/properties/inputs/items/additionalPr\
operties",keyword:"additionalProperties",params:{additionalProperty:P},message:"must NOT have additional properties"}],!1;
break}if(K===e){if(k.key!==void 0){let P=e;if(typeof k.key!="string")return A.errors=[{instancePath:t+"/inputs/"+q+"/key",
schemaPath:"#/properties/inputs/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"}],
!1;var i=P===e}else var i=!0;if(i)if(k.required!==void 0){let P=e;if(typeof k.required!="boolean")return A.errors=[{instancePath:t+
"/inputs/"+q+"/required",schemaPath:"#/properties/inputs/items/properties/required/type",keyword:"type",params:{type:"bo\
olean"},message:"must be boolean"}],!1;var i=P===e}else var i=!0}}}else return A.errors=[{instancePath:t+"/inputs/"+q,schemaPath:"\
#/properties/inputs/items/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var Ge=me===e;if(!Ge)
break}}else return A.errors=[{instancePath:t+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var M=J===e}else var M=!0;if(M){if(s.start!==void 0){let a=s.start,J=e;if(!(typeof a==
"number"&&!(a%1)&&!isNaN(a)&&isFinite(a)))return A.errors=[{instancePath:t+"/start",schemaPath:"#/properties/start/type",
keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===J&&typeof a=="number"&&isFinite(a)&&(a<0||isNaN(
a)))return A.errors=[{instancePath:t+"/start",schemaPath:"#/properties/start/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"}],!1;var M=J===e}else var M=!0;if(M){if(s.ops!==void 0){let a=s.ops,J=e;if(e===J)if(Array.
isArray(a)){if(a.length<1)return A.errors=[{instancePath:t+"/ops",schemaPath:"#/properties/ops/minItems",keyword:"minIte\
ms",params:{limit:1},message:"must NOT have fewer than 1 items"}],!1;{var m=!0;let oe=a.length;for(let q=0;q<oe;q++){let k=e;
n(a[q],{instancePath:t+"/ops/"+q,parentData:a,parentDataProperty:q,rootData:D,dynamicAnchors:F})||(r=r===null?n.errors:r.
concat(n.errors),e=r.length);var m=k===e;if(!m)break}}}else return A.errors=[{instancePath:t+"/ops",schemaPath:"#/proper\
ties/ops/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var M=J===e}else var M=!0;if(M){if(s.code!==
void 0){let a=s.code,J=e;if(e===J)if(Array.isArray(a)){var ne=!0;let oe=a.length;for(let q=0;q<oe;q++){let k=e;l(a[q],{instancePath:t+
"/code/"+q,parentData:a,parentDataProperty:q,rootData:D,dynamicAnchors:F})||(r=r===null?l.errors:r.concat(l.errors),e=r.
length);var ne=k===e;if(!ne)break}}else return A.errors=[{instancePath:t+"/code",schemaPath:"#/properties/code/type",keyword:"\
type",params:{type:"array"},message:"must be array"}],!1;var M=J===e}else var M=!0;if(M){if(s.env!==void 0){let a=s.env,
J=e;if(e===J)if(Array.isArray(a)){var Re=!0;let oe=a.length;for(let q=0;q<oe;q++){let k=e;if(typeof a[q]!="string")return A.
errors=[{instancePath:t+"/env/"+q,schemaPath:"#/properties/env/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"}],!1;var Re=k===e;if(!Re)break}}else return A.errors=[{instancePath:t+"/env",schemaPath:"#/properties/en\
v/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var M=J===e}else var M=!0;if(M){if(s.recorded_env!==
void 0){let a=s.recorded_env,J=e;if(e===J)if(Array.isArray(a)){var ve=!0;let oe=a.length;for(let q=0;q<oe;q++){let k=e;if(typeof a[q]!=
"string")return A.errors=[{instancePath:t+"/recorded_env/"+q,schemaPath:"#/properties/recorded_env/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var ve=k===e;if(!ve)break}}else return A.errors=[{instancePath:t+
"/recorded_env",schemaPath:"#/properties/recorded_env/type",keyword:"type",params:{type:"array"},message:"must be array"}],
!1;var M=J===e}else var M=!0;if(M){if(s.requires!==void 0){let a=s.requires,J=e;if(e===J)if(Array.isArray(a)){var xe=!0;
let oe=a.length;for(let q=0;q<oe;q++){let k=a[q],me=e;if(e===me)if(k&&typeof k=="object"&&!Array.isArray(k)){let Y;if(k.
feature===void 0&&(Y="feature")||k.by===void 0&&(Y="by"))return A.errors=[{instancePath:t+"/requires/"+q,schemaPath:"#/p\
roperties/requires/items/required",keyword:"required",params:{missingProperty:Y},message:"must have required property '"+
Y+"'"}],!1;{let K=e;for(let P in k)if(!(P==="feature"||P==="by")){return A.errors=[{instancePath:t+"/requires/"+q,schemaPath:"\
#/properties/requires/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},message:"\
must NOT have additional properties"}],!1;break}if(K===e){if(k.feature!==void 0){let P=k.feature,Se=e;if(!(P==="parallel"||
P==="wait"||P==="human_approval"||P==="policy"||P==="token_budget"||P==="cost_budget"||P==="on_budget_exceeded"||P==="da\
ta_policy"||P==="oauth"||P==="federation"||P==="continue_as_new"||P==="workflow_timeout"||P==="effect_once"||P==="model_\
tools"||P==="output_schema"||P==="output_to_state"||P==="prompt_file"||P==="model_retry"||P==="a2a"||P==="secret_backend\
s"||P==="lint_severities"||P==="server_settings"||P==="raised_limits"))return A.errors=[{instancePath:t+"/requires/"+q+"\
/feature",schemaPath:"#/properties/requires/items/properties/feature/enum",keyword:"enum",params:{allowedValues:et.properties.
requires.items.properties.feature.enum},message:"must be equal to one of the allowed values"}],!1;var Je=Se===e}else var Je=!0;
if(Je)if(k.by!==void 0){let P=e;if(typeof k.by!="string")return A.errors=[{instancePath:t+"/requires/"+q+"/by",schemaPath:"\
#/properties/requires/items/properties/by/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var Je=P===
e}else var Je=!0}}}else return A.errors=[{instancePath:t+"/requires/"+q,schemaPath:"#/properties/requires/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"}],!1;var xe=me===e;if(!xe)break}}else return A.errors=[{instancePath:t+
"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var M=J===
e}else var M=!0;if(M){if(s.settings!==void 0){let a=s.settings,J=e;if(!(a&&typeof a=="object"&&!Array.isArray(a)))return A.
errors=[{instancePath:t+"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type:"object"},message:"\
must be object"}],!1;var M=J===e}else var M=!0;if(M)if(s.debug!==void 0){let a=s.debug,J=e;if(e===J)if(a&&typeof a=="obj\
ect"&&!Array.isArray(a)){let oe;if(a.uri===void 0&&(oe="uri")||a.nodes===void 0&&(oe="nodes")||a.code===void 0&&(oe="cod\
e"))return A.errors=[{instancePath:t+"/debug",schemaPath:"#/properties/debug/required",keyword:"required",params:{missingProperty:oe},
message:"must have required property '"+oe+"'"}],!1;{let q=e;for(let k in a)if(!(k==="uri"||k==="nodes"||k==="code")){return A.
errors=[{instancePath:t+"/debug",schemaPath:"#/properties/debug/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:k},message:"must NOT have additional properties"}],!1;break}if(q===e){if(a.uri!==void 0){let k=e;if(typeof a.
uri!="string")return A.errors=[{instancePath:t+"/debug/uri",schemaPath:"#/properties/debug/properties/uri/type",keyword:"\
type",params:{type:"string"},message:"must be string"}],!1;var Ke=k===e}else var Ke=!0;if(Ke){if(a.nodes!==void 0){let k=a.
nodes,me=e;if(e===me)if(Array.isArray(k)){var Pe=!0;let Y=k.length;for(let K=0;K<Y;K++){let P=k[K],Se=e;if(e===Se)if(Array.
isArray(P)){if(P.length>3)return A.errors=[{instancePath:t+"/debug/nodes/"+K,schemaPath:"#/properties/debug/properties/n\
odes/items/maxItems",keyword:"maxItems",params:{limit:3},message:"must NOT have more than 3 items"}],!1;if(P.length<3)return A.
errors=[{instancePath:t+"/debug/nodes/"+K,schemaPath:"#/properties/debug/properties/nodes/items/minItems",keyword:"minIt\
ems",params:{limit:3},message:"must NOT have fewer than 3 items"}],!1;{let Oe=P.length;if(Oe>0){let w=P[0],ke=e;if(!(typeof w==
"number"&&!(w%1)&&!isNaN(w)&&isFinite(w)))return A.errors=[{instancePath:t+"/debug/nodes/"+K+"/0",schemaPath:"#/properti\
es/debug/properties/nodes/items/prefixItems/0/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;
if(e===ke&&typeof w=="number"&&isFinite(w)&&(w<0||isNaN(w)))return A.errors=[{instancePath:t+"/debug/nodes/"+K+"/0",schemaPath:"\
#/properties/debug/properties/nodes/items/prefixItems/0/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"}],!1;var Ie=ke===e}if(Ie){if(Oe>1){let w=P[1],ke=e;if(!(typeof w=="number"&&!(w%1)&&!isNaN(w)&&isFinite(w)))
return A.errors=[{instancePath:t+"/debug/nodes/"+K+"/1",schemaPath:"#/properties/debug/properties/nodes/items/prefixItem\
s/1/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===ke&&typeof w=="number"&&isFinite(
w)&&(w<0||isNaN(w)))return A.errors=[{instancePath:t+"/debug/nodes/"+K+"/1",schemaPath:"#/properties/debug/properties/no\
des/items/prefixItems/1/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var Ie=ke===
e}if(Ie&&Oe>2){let w=P[2],ke=e;if(!(typeof w=="number"&&!(w%1)&&!isNaN(w)&&isFinite(w)))return A.errors=[{instancePath:t+
"/debug/nodes/"+K+"/2",schemaPath:"#/properties/debug/properties/nodes/items/prefixItems/2/type",keyword:"type",params:{
type:"integer"},message:"must be integer"}],!1;if(e===ke&&typeof w=="number"&&isFinite(w)&&(w<0||isNaN(w)))return A.errors=
[{instancePath:t+"/debug/nodes/"+K+"/2",schemaPath:"#/properties/debug/properties/nodes/items/prefixItems/2/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"}],!1;var Ie=ke===e}}}}else return A.errors=[{instancePath:t+
"/debug/nodes/"+K,schemaPath:"#/properties/debug/properties/nodes/items/type",keyword:"type",params:{type:"array"},message:"\
must be array"}],!1;var Pe=Se===e;if(!Pe)break}}else return A.errors=[{instancePath:t+"/debug/nodes",schemaPath:"#/prope\
rties/debug/properties/nodes/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var Ke=me===e}else var Ke=!0;
if(Ke)if(a.code!==void 0){let k=a.code,me=e;if(e===me)if(Array.isArray(k)){var de=!0;let Y=k.length;for(let K=0;K<Y;K++){
let P=k[K],Se=e;if(e===Se)if(Array.isArray(P)){if(P.length>3)return A.errors=[{instancePath:t+"/debug/code/"+K,schemaPath:"\
#/properties/debug/properties/code/items/maxItems",keyword:"maxItems",params:{limit:3},message:"must NOT have more than \
3 items"}],!1;if(P.length<3)return A.errors=[{instancePath:t+"/debug/code/"+K,schemaPath:"#/properties/debug/properties/\
code/items/minItems",keyword:"minItems",params:{limit:3},message:"must NOT have fewer than 3 items"}],!1;{let Oe=P.length;
if(Oe>0){let w=e;if(typeof P[0]!="string")return A.errors=[{instancePath:t+"/debug/code/"+K+"/0",schemaPath:"#/propertie\
s/debug/properties/code/items/prefixItems/0/type",keyword:"type",params:{type:"string"},message:"must be string"}],!1;var H=w===
e}if(H){if(Oe>1){let w=P[1],ke=e;if(!(typeof w=="number"&&!(w%1)&&!isNaN(w)&&isFinite(w)))return A.errors=[{instancePath:t+
"/debug/code/"+K+"/1",schemaPath:"#/properties/debug/properties/code/items/prefixItems/1/type",keyword:"type",params:{type:"\
integer"},message:"must be integer"}],!1;if(e===ke&&typeof w=="number"&&isFinite(w)&&(w<0||isNaN(w)))return A.errors=[{instancePath:t+
"/debug/code/"+K+"/1",schemaPath:"#/properties/debug/properties/code/items/prefixItems/1/minimum",keyword:"minimum",params:{
comparison:">=",limit:0},message:"must be >= 0"}],!1;var H=ke===e}if(H&&Oe>2){let w=P[2],ke=e;if(!(typeof w=="number"&&!(w%
1)&&!isNaN(w)&&isFinite(w)))return A.errors=[{instancePath:t+"/debug/code/"+K+"/2",schemaPath:"#/properties/debug/proper\
ties/code/items/prefixItems/2/type",keyword:"type",params:{type:"integer"},message:"must be integer"}],!1;if(e===ke&&typeof w==
"number"&&isFinite(w)&&(w<0||isNaN(w)))return A.errors=[{instancePath:t+"/debug/code/"+K+"/2",schemaPath:"#/properties/d\
ebug/properties/code/items/prefixItems/2/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >=\
 0"}],!1;var H=ke===e}}}}else return A.errors=[{instancePath:t+"/debug/code/"+K,schemaPath:"#/properties/debug/propertie\
s/code/items/type",keyword:"type",params:{type:"array"},message:"must be array"}],!1;var de=Se===e;if(!de)break}}else return A.
errors=[{instancePath:t+"/debug/code",schemaPath:"#/properties/debug/properties/code/type",keyword:"type",params:{type:"\
array"},message:"must be array"}],!1;var Ke=me===e}else var Ke=!0}}}}else return A.errors=[{instancePath:t+"/debug",schemaPath:"\
#/properties/debug/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;var M=J===e}else var M=!0}}}}}}}}}}}}}}else
return A.errors=[{instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"}],!1;
return A.errors=r,e===0}A.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};export{ot as default,nt as validate};
