#pragma once
// A folder that appears whole or not at all. It is written as `<target>.partial-<process id>` beside its place and swapped in by one
// rename (exchanged with an older one, which is then removed). Whatever goes wrong before that, the partial folder is removed and the
// old one is as it was. Partial folders of processes that no longer live are removed when the next one is made.
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace parktwin::storage {

class RunFolder {
 public:
  /// Makes missing parent folders. Throws OutputError, also when the target is a file, or a folder that holds other things than a run.
  explicit RunFolder(const std::filesystem::path& target);
  ~RunFolder();
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;

  /// Writes a file and waits until the disk has it; makes the folders in its name. Throws OutputError naming the path and the system's
  /// reason.
  void write(const std::string& name, std::span<const std::byte> content);
  /// Puts the folder in its place. Throws OutputError.
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path partial_;
  bool committed_ = false;
};

}  // namespace parktwin::storage
