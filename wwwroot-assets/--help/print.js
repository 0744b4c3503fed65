for(let t of document.querySelectorAll("button[data-print]"))t.addEventListener("click",()=>print()),t.hidden=!1;
//# sourceMappingURL=print.js.map
