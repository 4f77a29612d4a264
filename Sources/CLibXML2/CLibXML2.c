#include "CLibXML2.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static struct {
  __typeof__(htmlReadMemory) *htmlReadMemory;
  __typeof__(xmlReadMemory) *xmlReadMemory;
  __typeof__(xmlFreeDoc) *xmlFreeDoc;
} library;

bool tiaowen_xml_load(void) {
  void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return false;
  __typeof__(xmlInitParser) *initialize = dlsym(handle, "xmlInitParser");
  library.htmlReadMemory = dlsym(handle, "htmlReadMemory");
  library.xmlReadMemory = dlsym(handle, "xmlReadMemory");
  library.xmlFreeDoc = dlsym(handle, "xmlFreeDoc");
  if (!initialize || !library.htmlReadMemory || !library.xmlReadMemory ||
      !library.xmlFreeDoc)
    return false;
  initialize();
  return true;
}

// Without XML_PARSE_HUGE, deep pages give no text and long nodes are cut.

tiaowen_xml_tree *tiaowen_xml_parse_html(const char *bytes, int count) {
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET | HTML_PARSE_COMPACT | XML_PARSE_HUGE;
  return (tiaowen_xml_tree *)library.htmlReadMemory(bytes, count, NULL, "UTF-8", options);
}

tiaowen_xml_tree *tiaowen_xml_parse(const char *bytes, int count) {
  int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                XML_PARSE_COMPACT | XML_PARSE_HUGE;
  return (tiaowen_xml_tree *)library.xmlReadMemory(bytes, count, NULL, "UTF-8", options);
}

void tiaowen_xml_free(tiaowen_xml_tree *tree) { library.xmlFreeDoc((xmlDocPtr)tree); }

tiaowen_xml_node *tiaowen_xml_first(tiaowen_xml_tree *tree) {
  return (tiaowen_xml_node *)((xmlDocPtr)tree)->children;
}

tiaowen_xml_node *tiaowen_xml_first_child(tiaowen_xml_node *node) {
  xmlNodePtr element = (xmlNodePtr)node;
  return element->type == XML_ELEMENT_NODE ? (tiaowen_xml_node *)element->children : NULL;
}

tiaowen_xml_node *tiaowen_xml_next(tiaowen_xml_node *node) {
  return (tiaowen_xml_node *)((xmlNodePtr)node)->next;
}

tiaowen_xml_node *tiaowen_xml_parent(tiaowen_xml_node *node) {
  xmlNodePtr parent = ((xmlNodePtr)node)->parent;
  return parent && parent->type == XML_ELEMENT_NODE ? (tiaowen_xml_node *)parent : NULL;
}

tiaowen_xml_kind tiaowen_xml_kind_of(tiaowen_xml_node *node) {
  switch (((xmlNodePtr)node)->type) {
  case XML_ELEMENT_NODE: return tiaowen_xml_element;
  case XML_TEXT_NODE:
  case XML_CDATA_SECTION_NODE: return tiaowen_xml_text;
  default: return tiaowen_xml_other;
  }
}

const char *tiaowen_xml_name(tiaowen_xml_node *node) {
  const xmlChar *name = ((xmlNodePtr)node)->name;
  return name ? (const char *)name : "";
}

const char *tiaowen_xml_content(tiaowen_xml_node *node) {
  const xmlChar *content = ((xmlNodePtr)node)->content;
  return content ? (const char *)content : "";
}

const char *tiaowen_xml_attribute(tiaowen_xml_node *node, const char *name) {
  xmlNodePtr element = (xmlNodePtr)node;
  if (element->type != XML_ELEMENT_NODE) return NULL;
  for (xmlAttrPtr attribute = element->properties; attribute; attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, name) != 0) continue;
    xmlNodePtr value = attribute->children;
    return value && value->content ? (const char *)value->content : "";
  }
  return NULL;
}
