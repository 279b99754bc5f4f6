#include "engine/core/whole_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

#include "engine/core/errors.h"

namespace parktwin {

std::optional<std::string> read_whole(const std::filesystem::path& file) {
  const std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

void write_whole(const std::string& bytes, const std::filesystem::path& file) {
  if (std::error_code ignored; std::filesystem::is_directory(file, ignored))
    throw OutputError(file.string(), "is a folder, expected a file name");
  std::filesystem::path beside = file;
  beside += ".partial-" + std::to_string(getpid());
  errno = 0;
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  if (!stream) throw OutputError(file.string(), std::strerror(errno));
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failure;
  if (!stream) {
    failure = std::error_code(errno, std::generic_category());
  } else {
    std::filesystem::rename(beside, file, failure);
  }
  if (failure) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw OutputError(file.string(), failure.message());
  }
}

}  // namespace parktwin
