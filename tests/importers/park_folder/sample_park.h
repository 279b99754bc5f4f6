#pragma once
// A small park with records in every table, every kind of field, and texts that are hard to write. For the tests of park folders.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::importers::testing {

[[nodiscard]] Park sample_park();

/// An empty folder of this process and test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The sample park written below a temporary folder, to be spoilt by a test.
class SampleFolder {
 public:
  SampleFolder();
  [[nodiscard]] std::filesystem::path path() const { return root_.path() / "park"; }
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return path() / name; }
  /// Each as "file: place: message", with files relative to the folder and texts of GDAL in brackets at the end cut off.
  [[nodiscard]] std::vector<std::string> problems() const;

 private:
  TemporaryFolder root_;
};

/// Problems of any park folder in that form.
[[nodiscard]] std::vector<std::string> problems_of(const std::filesystem::path& folder);

[[nodiscard]] std::string text_of_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& text);
/// Replaces the first occurrence; the test fails when there is none.
void replace_in_file(const std::filesystem::path& file, const std::string& old_text, const std::string& new_text);

}  // namespace parktwin::importers::testing
