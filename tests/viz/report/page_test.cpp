#include "viz/report/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace parktwin::viz::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string template_page =
    "<html lang=\"@@LANGUAGE@@\"><title>@@TITLE@@</title><script type=\"application/json\">@@DATA@@</script></html>";

Json data_of(const std::string& park, const std::string& scenario) {
  return {{"run", {{"park", {{"en", park}, {"zh", park}}}, {"scenario", scenario}}}};
}

/// What a browser would find in the script element: up to the first end of one.
Json found_data(const std::string& html) {
  const auto begin = html.find("json\">") + 6;
  return Json::parse(html.substr(begin, html.find("</script", begin) - begin));
}

TEST(Page, MarkupIsEscaped) { EXPECT_EQ(escaped_html("<b a='1' c=\"2\">&</b>"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;&lt;/b&gt;"); }

TEST(Page, TextsOfAParkComeBackWholeAndEndNoScript) {
  const std::string line_separator = "\xE2\x80\xA8";
  for (const std::string& name :
       {std::string("</script><script>alert(1)</script>"), std::string("<!--"), std::string("\"quoted\" \\ 'too' & so"),
        std::string("مصنع ‏RTL‎"), "two" + line_separator + "lines\xE2\x80\xA9here", std::string("园区 & <b>"),
        std::string("@@DATA@@ @@TITLE@@ @@LANGUAGE@@"), std::string("line\nbreak\ttab")}) {
    const std::string html = assembled(template_page, data_of(name, "base"), Language::en);
    EXPECT_EQ(found_data(html), data_of(name, "base")) << name;
    EXPECT_THAT(html, HasSubstr("<title>" + escaped_html(name + " · base") + "</title>"));
    EXPECT_EQ(html.find("</script>"), html.size() - 16) << name;
    EXPECT_THAT(html, Not(HasSubstr("<!--")));
  }
}

TEST(Page, JsonHoldsNoLetterThatAnHtmlReaderMinds) {
  const std::string json = embedded_json({{"a", "<>&\xE2\x80\xA8\xE2\x80\xA9é中"}});
  EXPECT_EQ(json, R"({"a":"\u003c\u003e\u0026\u2028\u2029é中"})");
}

TEST(Page, TextThatIsNotUtf8IsMended) { EXPECT_EQ(Json::parse(embedded_json({{"a", "bad \xFF byte"}}))["a"], "bad \xEF\xBF\xBD byte"); }

TEST(Page, SaysItsLanguage) {
  EXPECT_THAT(assembled(template_page, data_of("a", "b"), Language::zh), HasSubstr("lang=\"zh-CN\""));
  EXPECT_THAT(assembled(template_page, data_of("a", "b"), Language::en), HasSubstr("lang=\"en\""));
}

TEST(Page, ADamagedPageIsRefused) {
  EXPECT_THROW(static_cast<void>(assembled("", data_of("a", "b"), Language::en)), std::runtime_error);
  EXPECT_THROW(static_cast<void>(assembled(template_page + "@@DATA@@", data_of("a", "b"), Language::en)), std::runtime_error);
  EXPECT_THROW(static_cast<void>(assembled("@@LANGUAGE@@ @@DATA@@", data_of("a", "b"), Language::en)), std::runtime_error);
}

// The committed page is built from the sources as they stand: npm run build in viz/web.
TEST(Page, TheShippedPageIsTheOneItsSourcesMake) {
  const std::string root = PARKTWIN_SOURCE_DIR;
  FILE* pipe = popen(("cd '" + root + "/viz/web' && LC_ALL=C sh -c 'cat source/* package-lock.json' | sha256sum").c_str(), "r");
  std::array<char, 65> digest{};
  ASSERT_EQ(fread(digest.data(), 1, 64, pipe), 64U);
  pclose(pipe);
  std::ifstream file(root + "/data/report/page.html", std::ios::binary);
  std::ostringstream page;
  page << file.rdbuf();
  EXPECT_THAT(page.str(), HasSubstr("content=\"parktwin viz/web " + std::string(digest.data()) + "\""));
  EXPECT_NO_THROW(static_cast<void>(assembled(page.str(), data_of("a", "b"), Language::en)));
}

}  // namespace
}  // namespace parktwin::viz::report
