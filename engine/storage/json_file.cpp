#include "engine/storage/json_file.h"

#include "engine/core/whole_file.h"

namespace parktwin::storage {

Json read_json(const std::filesystem::path& file, const std::string& expected) {
  const std::string name = file.string();
  const auto text = read_whole(file);
  if (!text) throw InputError(name, "", "the file is missing or cannot be read; expected " + expected);
  try {
    return Json::parse(*text);
  } catch (const Json::parse_error& error) {
    throw InputError(name, "byte " + std::to_string(error.byte), "found no complete JSON document");
  } catch (const Json::out_of_range&) {
    throw InputError(name, "", "holds a number that is too large; expected " + expected);
  }
}

}  // namespace parktwin::storage
