#pragma once
// The text of a field that names another record. The field's Id stays empty until someone who knows the tables resolves it.
#include <cstddef>
#include <string>

namespace parktwin {

struct TextReference {
  std::string field;         ///< name of the Id or list-of-Id field
  std::size_t position = 0;  ///< in a list
  std::string key;           ///< id of the record meant
  std::string place;         ///< "line 3, column 5"
};

}  // namespace parktwin
