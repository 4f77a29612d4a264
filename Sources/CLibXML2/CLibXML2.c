#include "CLibXML2.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlsave.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(each) \
  each(htmlReadMemory) each(xmlReadMemory) each(xmlFreeDoc) each(xmlNewDoc) each(xmlNewNs) \
  each(xmlNewDocRawNode) each(xmlNewDocText) each(xmlNewProp) each(xmlAddChild) \
  each(xmlDocSetRootElement) each(xmlSetNs) each(xmlBufferCreate) each(xmlBufferFree) \
  each(xmlBufferContent) each(xmlBufferLength) each(xmlSaveToBuffer) each(xmlSaveDoc) \
  each(xmlSaveClose)

static struct {
#define DECLARE(name) __typeof__(name) *name;
  FUNCTIONS(DECLARE)
} library;

static bool is_loaded;

static bool find_functions(void) {
  void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return false;
  __typeof__(xmlInitParser) *initialize = dlsym(handle, "xmlInitParser");
  if (!initialize) return false;
#define FIND(name) \
  library.name = dlsym(handle, #name); \
  if (!library.name) return false;
  FUNCTIONS(FIND)
  initialize();
  return true;
}

static void load(void) { is_loaded = find_functions(); }

bool tiaowen_xml_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
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

// What is written

tiaowen_xml_tree *tiaowen_xml_new(void) {
  return (tiaowen_xml_tree *)library.xmlNewDoc((const xmlChar *)"1.0");
}

tiaowen_xml_node *tiaowen_xml_add_root(tiaowen_xml_tree *tree, const char *name,
                                       const char *space) {
  xmlDocPtr document = (xmlDocPtr)tree;
  xmlNodePtr root = library.xmlNewDocRawNode(document, NULL, (const xmlChar *)name, NULL);
  if (!root) return NULL;
  library.xmlDocSetRootElement(document, root);
  library.xmlSetNs(root, library.xmlNewNs(root, (const xmlChar *)space, NULL));
  return (tiaowen_xml_node *)root;
}

tiaowen_xml_node *tiaowen_xml_add_element(tiaowen_xml_node *parent, const char *name) {
  xmlNodePtr above = (xmlNodePtr)parent;
  xmlNodePtr node =
      library.xmlNewDocRawNode(above->doc, above->ns, (const xmlChar *)name, NULL);
  return node ? (tiaowen_xml_node *)library.xmlAddChild(above, node) : NULL;
}

bool tiaowen_xml_add_text(tiaowen_xml_node *parent, const char *text) {
  xmlNodePtr above = (xmlNodePtr)parent;
  xmlNodePtr node = library.xmlNewDocText(above->doc, (const xmlChar *)text);
  return node && library.xmlAddChild(above, node);
}

bool tiaowen_xml_add_attribute(tiaowen_xml_node *node, const char *name, const char *value) {
  return library.xmlNewProp((xmlNodePtr)node, (const xmlChar *)name, (const xmlChar *)value);
}

char *tiaowen_xml_bytes(tiaowen_xml_tree *tree, int *count) {
  xmlBufferPtr buffer = library.xmlBufferCreate();
  if (!buffer) return NULL;
  char *bytes = NULL;
  xmlSaveCtxtPtr saving = library.xmlSaveToBuffer(buffer, "UTF-8", XML_SAVE_FORMAT);
  bool is_saved = saving && library.xmlSaveDoc(saving, (xmlDocPtr)tree) >= 0;
  if (saving && library.xmlSaveClose(saving) < 0) is_saved = false;
  if (is_saved) {
    *count = library.xmlBufferLength(buffer);
    bytes = malloc((size_t)*count + 1);
    if (bytes) memcpy(bytes, library.xmlBufferContent(buffer), (size_t)*count);
  }
  library.xmlBufferFree(buffer);
  return bytes;
}
