#include "engine/core/whole_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"

namespace parktwin {
namespace {

class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("parktwin-whole-file-" + name + "-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return name.empty() ? path_ : path_ / name; }
  [[nodiscard]] bool empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

TEST(WholeFile, ReplacesAFileAndLeavesNothingElse) {
  const Folder folder("replace");
  write_whole("old", folder / "a.txt");
  write_whole("new", folder / "a.txt");
  std::ifstream stream(folder / "a.txt");
  std::string text;
  stream >> text;
  EXPECT_EQ(text, "new");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / ""), {}), 1);
}

TEST(WholeFile, UnwritablePlacesThrowAndLeaveNothing) {
  const Folder folder("unwritable");
  EXPECT_THROW(write_whole("x", folder / "missing/a.txt"), OutputError);
  EXPECT_TRUE(folder.empty());
  EXPECT_THROW(write_whole("x", folder / ""), OutputError);
  EXPECT_TRUE(folder.empty());
  EXPECT_THROW(write_whole("x", "/dev/full/a.txt"), OutputError);
}

TEST(WholeFile, ComesBackByteByByte) {
  const Folder folder("read");
  const std::string bytes("a\0\r\n\xFF", 5);
  write_whole(bytes, folder / "a.txt");
  EXPECT_EQ(read_whole(folder / "a.txt"), bytes);
  write_whole("", folder / "a.txt");
  EXPECT_EQ(read_whole(folder / "a.txt"), "");
  EXPECT_EQ(read_whole(folder / "missing.txt"), std::nullopt);
}

}  // namespace
}  // namespace parktwin
