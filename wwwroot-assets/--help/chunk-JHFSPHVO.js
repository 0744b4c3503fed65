function u(r,i,t){let n=Math.abs(r)<.5*10**-t?0:r;return e(i,{minimumFractionDigits:t,maximumFractionDigits:t}).format(n).replace("-","−")}var m=new Map;function e(r,i){let t=`${r??""}/${i.minimumFractionDigits}`,n=m.get(t);return n||(n=new Intl.NumberFormat(r,i),m.set(t,n)),n}export{u as a};
//# sourceMappingURL=chunk-JHFSPHVO.js.map
