#pragma once
// A file that went into a run: a scenario, what it is based on, its criteria and prices. The run keeps them, so that a reader can tell
// years later what it rests on.
#include <string>

#include "engine/core/describe.h"

namespace parktwin {

struct SourceFile {
  std::string path;  ///< as the user named it, those it is based on as seen from there
  std::string hash;  ///< of the bytes
  std::string text;
};

template <class Visitor, DescribedAs<SourceFile> Self>
void describe(Visitor&& visit, Self& file) {
  visit(Field{"path", "", "file"}, file.path);
  visit(Field{"hash", "", "hash of its bytes (XXH3, 128 bits)"}, file.hash);
  visit(Field{"text", "", "the file as read"}, file.text);
}

}  // namespace parktwin
