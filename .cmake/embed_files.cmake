# Writes OUT: a C++ file with the bytes of FILES (comma separated) as arrays.
# Run by kehoach_embed.
string(REPLACE "," ";" files "${FILES}")
set(arrays "")
set(entries "")
set(index 0)
foreach(file IN LISTS files)
  file(READ "${file}" bytes HEX)
  get_filename_component(name "${file}" NAME)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays
         "constexpr unsigned char kFile${index}[] = {${bytes}0};\n")
  string(APPEND entries
         "      {\"${name}\", {reinterpret_cast<const char*>(kFile${index}),"
         " sizeof(kFile${index}) - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUT}" "#include \"${HEADER}\"
namespace kehoach {
namespace {
${arrays}}
std::vector<std::pair<std::string_view, std::string_view>> ${FUNCTION}() {
  return {
${entries}  };
}
}  // namespace kehoach
")
