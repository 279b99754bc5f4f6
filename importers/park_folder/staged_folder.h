#pragma once
// A folder written beside its final place and renamed when complete: whoever looks sees the old one whole or the new one whole.
#include <filesystem>
#include <string>
#include <string_view>

namespace parktwin::importers {

class StagedFolder {
 public:
  /// `mark` is the file by which an existing folder at `final_place` is known as one of ours; anything else there is left alone.
  /// Throws OutputError.
  StagedFolder(std::filesystem::path final_place, std::string_view mark);
  /// Removes what was not committed.
  ~StagedFolder();
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return staging_; }
  /// Throws OutputError, also when the disk is full.
  void write(const std::string& name, const std::string& text) const;
  /// Puts the folder into its place. Markdown files of the old one, which people write beside the data, are kept.
  void commit();

 private:
  void keep_remarks() const;

  std::filesystem::path final_place_;
  std::filesystem::path staging_;
};

/// Throws OutputError naming the file and the reason of the operating system.
void write_text_file(const std::filesystem::path& file, const std::string& text);

}  // namespace parktwin::importers
