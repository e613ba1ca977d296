-- Drives the language client that is built into Neovim 0.7 and later, and prints what came of each step as one line of JSON.
-- Told by the environment: the words that start the server, the document, and one step per line of STEPS.
local function say(step, value)
  io.stdout:write(vim.fn.json_encode({ step = step, value = value }) .. "\n")
end

local function wait_until(what, is_so)
  if not vim.wait(20000, is_so, 20) then
    say("timeout", what)
    vim.cmd("cquit")
  end
end

-- The place behind the first text that is marked by `pattern`, plain.
local function cursor_behind(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local _, last = line:find(text, 1, true)
    if last then
      vim.api.nvim_win_set_cursor(0, { number, last - 1 })
      return
    end
  end
  say("missing", text)
  vim.cmd("cquit")
end

local function text_of_buffer()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

local function until_changed(what, act)
  local tick = vim.api.nvim_buf_get_changedtick(0)
  act()
  wait_until(what, function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
end

local function settled(id)
  -- What was asked after a change is answered after it: once a hover is back, the server knows the text.
  vim.lsp.buf_request_sync(0, "textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() }, 20000)
  return vim.lsp.get_client_by_id(id)
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.DOCUMENT))
local id = vim.lsp.start_client({ name = "jamjet", cmd = vim.fn.json_decode(vim.env.SERVER), root_dir = vim.fn.fnamemodify(vim.env.DOCUMENT, ":h") })
vim.lsp.buf_attach_client(0, id)
wait_until("the server", function() return vim.lsp.get_client_by_id(id) ~= nil and vim.lsp.get_client_by_id(id).initialized end)

local steps = {}
function steps.diagnostics()
  wait_until("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  return vim.tbl_map(function(each) return each.code .. " " .. each.lnum .. ":" .. each.col end, vim.diagnostic.get(0))
end
function steps.sound()
  wait_until("no diagnostics", function() return #vim.diagnostic.get(0) == 0 end)
  return true
end
function steps.fix(text, title)
  cursor_behind(text)
  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do
      local label = options.format_item and options.format_item(item) or item
      if label:find(title, 1, true) then return choose(item, index) end
    end
    say("missing", title)
  end
  until_changed("the fix", function() vim.lsp.buf.code_action() end)
  return text_of_buffer()
end
function steps.complete(text)
  cursor_behind(text)
  settled(id)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local position = { line = cursor[1] - 1, character = cursor[2] + 1 }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", { textDocument = vim.lsp.util.make_text_document_params(), position = position }, 20000)
  local result = answers[id].result
  return vim.tbl_map(function(item) return item.label end, result.items or result)
end
function steps.hover(text)
  cursor_behind(text)
  local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", vim.lsp.util.make_position_params(), 20000)
  local result = answers[id].result
  return result and (result.contents.value or result.contents) or vim.NIL
end
function steps.definition(text)
  cursor_behind(text)
  local before = vim.api.nvim_win_get_cursor(0)
  vim.lsp.buf.definition()
  wait_until("the definition", function() return not vim.deep_equal(vim.api.nvim_win_get_cursor(0), before) end)
  return vim.api.nvim_get_current_line()
end
function steps.rename(text, name)
  cursor_behind(text)
  until_changed("the new name", function() vim.lsp.buf.rename(name) end)
  return text_of_buffer()
end
function steps.format()
  until_changed("the layout", function() vim.lsp.buf.formatting_sync(nil, 20000) end)
  return text_of_buffer()
end

for _, step in ipairs(vim.fn.json_decode(vim.env.STEPS)) do
  local name = table.remove(step, 1)
  say(name, steps[name](unpack(step)))
end
vim.cmd("qall!")
