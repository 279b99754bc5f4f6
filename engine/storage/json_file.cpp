#include "engine/storage/json_file.h"

#include <fstream>
#include <sstream>

namespace parktwin::storage {

Json read_json(const std::filesystem::path& file, const std::string& expected) {
  const std::string name = file.string();
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw InputError(name, "", "the file is missing or cannot be read; expected " + expected);
  std::ostringstream text;
  text << stream.rdbuf();
  try {
    return Json::parse(text.str());
  } catch (const Json::parse_error& error) {
    throw InputError(name, "byte " + std::to_string(error.byte), "found no complete JSON document");
  }
}

}  // namespace parktwin::storage
