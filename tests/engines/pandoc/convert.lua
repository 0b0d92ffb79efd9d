-- Converts documents to HTML with pandoc. It is a filter, since pandoc takes one document a run; the document
-- that it filters doesn't matter. In the metadata, `format` is that of the documents and `count` their number:
-- they are the files 0.in, 1.in ... of the current folder, and become 0.out, 1.out ...

-- By default pandoc wraps lines, and so makes line ends of the blanks of a label.
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
