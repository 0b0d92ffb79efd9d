-- Converts documents to HTML with pandoc. This is a filter, since pandoc reads only one document per run; the filtered
-- document doesn't matter. In the metadata, `format` is the format of the documents and `count` their number:
-- they are the files 0.in, 1.in ... in the current folder, and become 0.out, 1.out ...

-- By default pandoc wraps lines, which turns spaces of a label into line ends.
local options = pandoc.WriterOptions({ wrap_text = "wrap-none" })

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write_file(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

function Meta(meta)
  local format = pandoc.utils.stringify(meta.format)
  for number = 0, tonumber(pandoc.utils.stringify(meta.count)) - 1 do
    local document = pandoc.read(read_file(number .. ".in"), format)
    write_file(number .. ".out", pandoc.write(document, "html", options))
  end
end
