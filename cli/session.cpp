#include "cli/session.h"

namespace parktwin::cli {

std::filesystem::path data_folder() {
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  auto installed = program.parent_path().parent_path() / "share" / "parktwin";
  if (!ignored && std::filesystem::is_directory(installed)) return installed;
  return PARKTWIN_DATA_DIR;
}

}  // namespace parktwin::cli
